import { Modal } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountAnswer } from '../../../core/query/savings-answers.ts'
import { PaperResult } from '../../counter/paper-result.tsx'
import { type PaperOutput, usePaper } from '../../counter/use-paper.ts'
import { typedDate } from '../../lib/read-date.ts'
import { useOpenSession } from '../../lib/session.ts'
import { Action, PrimaryAction } from '../../ui/action.tsx'
import { DateField, useTypedDate } from '../../ui/date-field.tsx'
import { Columns, Stack } from '../../ui/page.tsx'
import { useReturnFocus } from '../../ui/use-return-focus.ts'
import classes from './statement-paper.module.css'

interface StatementPaperProps {
  readonly account: AccountAnswer
  readonly onClose: () => void
}

/** The account's statement on paper, for a period: from the opening to today unless the person says otherwise. */
export function StatementPaper({ account, onClose }: StatementPaperProps) {
  const { t, i18n } = useTranslation('savings')
  useReturnFocus()
  const today = useOpenSession()?.businessDate
  const [from, setFrom] = useState(typedDate(account.openedOn, i18n.language))
  const [to, setTo] = useState(typedDate(today ?? account.openedOn, i18n.language))
  const period = { from: useTypedDate(from), to: useTypedDate(to) }
  const paper = usePaper()
  function give(output: PaperOutput): void {
    if (!period.from || !period.to) return
    const { from: first, to: last } = period
    void paper.produce(
      { kind: 'statement', accountId: account.accountId, from: first, to: last, forClient: true },
      output,
    )
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    give('pdf')
  }
  const isReady = period.from !== undefined && period.to !== undefined
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('statement-paper')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('cancel') }}
    >
      <form onSubmit={submit}>
        <Stack>
          <Columns>
            <DateField label={t('from')} text={from} onText={setFrom} autoFocus />
            <DateField label={t('to')} text={to} onText={setTo} />
          </Columns>
          <PaperResult paper={paper} />
          <div className={classes.actions}>
            <Action onAct={() => give('printer')} disabled={!isReady || paper.run.isBusy}>
              {t('print')}
            </Action>
            <PrimaryAction shortcut="enter" disabled={!isReady} isBusy={paper.run.isBusy}>
              {t('save-pdf')}
            </PrimaryAction>
          </div>
        </Stack>
      </form>
    </Modal>
  )
}
