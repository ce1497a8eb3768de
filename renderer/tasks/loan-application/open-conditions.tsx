import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordRef } from '../../../core/journal/record.ts'
import type { LoanAnswer, LoanApplicationAnswer } from '../../../core/query/loan-answers.ts'
import { OperationAct } from '../../counter/operation-act.tsx'
import { useConfirmStep } from '../../counter/use-confirm-step.ts'
import { useOperation } from '../../counter/use-operation.ts'
import { usePermission } from '../../lib/session.ts'
import { useOperationKey } from '../../lib/use-operation-key.ts'
import { Action } from '../../ui/action.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Stack } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { TextField } from '../../ui/text-field.tsx'
import classes from './loan-application.module.css'
import { useCloseWhenDone } from './use-close-when-done.ts'

interface OpenConditionsProps {
  readonly loan: LoanAnswer
  readonly application: LoanApplicationAnswer
}

const isSame = (one: RecordRef, other: RecordRef): boolean => one.log === other.log && one.seq === other.seq

/** Under what a loan was approved and what is not so yet: no money leaves before somebody who may approve says that it is. */
export function OpenConditions({ loan, application }: OpenConditionsProps) {
  const { t } = useTranslation('loan-application')
  const mayApprove = usePermission('approve')
  const [opened, setOpened] = useState<RecordRef>()
  const { openConditions, steps } = application
  if (openConditions.length === 0 || !loan.possible.includes('disburse')) return null
  return (
    <Panel title={t('condition-open')}>
      <Stack>
        {openConditions.map(approval => (
          <div key={`${approval.log}/${approval.seq}`} className={classes.secured}>
            <bdi className={classes.step}>{steps.find(step => isSame(step.record, approval))?.condition}</bdi>
            {mayApprove && <Action onAct={() => setOpened(approval)}>{t('condition-met')}</Action>}
          </div>
        ))}
      </Stack>
      {opened && <MeetCondition loanId={loan.loanId} approval={opened} onClose={() => setOpened(undefined)} />}
    </Panel>
  )
}

interface MeetConditionProps {
  readonly loanId: string
  readonly approval: RecordRef
  readonly onClose: () => void
}

function MeetCondition({ loanId, approval, onClose }: MeetConditionProps) {
  const { t } = useTranslation('loan-application')
  const { key } = useOperationKey()
  const [note, setNote] = useState('')
  const said = note.trim() ? { note: note.trim() } : {}
  const operation = useOperation<'loan.meet-condition'>(
    { type: 'loan.meet-condition', key, loanId, approval, ...said },
    { key },
  )
  const step = useConfirmStep(operation.preview)
  useCloseWhenDone(operation, onClose)
  return (
    <Dialog title={t('condition-met-title')} onClose={onClose}>
      <p className={classes.about}>{t('condition-met-about')}</p>
      <TextField label={t('end-note')} text={note} onText={setNote} onEnter={step.ask} maxLength={500} autoFocus />
      <OperationAct
        operation={operation}
        step={step}
        confirmLabel={t('condition-met')}
        summary={null}
        onBackToForm={onClose}
      />
    </Dialog>
  )
}
