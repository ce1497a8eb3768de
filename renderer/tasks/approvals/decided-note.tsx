import { IconCircleCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { goTo } from '../../routes.ts'
import { Action } from '../../ui/action.tsx'
import type { Decided } from './decide-dialog.tsx'
import classes from './decided-note.module.css'

/** What came of the decision: the record, and the receipt if money moved. It stays until the next one. */
export function DecidedNote({ decided: { decision, outcome } }: { readonly decided: Decided }) {
  const { t } = useTranslation('frame')
  const { record, receipt } = outcome
  return (
    <div className={classes.note} role="status">
      <IconCircleCheck size={18} stroke={1.75} aria-hidden />
      <span className={classes.words}>
        {decision === 'decline'
          ? t('decided-declined', { number: record.seq })
          : receipt === undefined
            ? t('decided-approved', { number: record.seq })
            : t('decided-with-receipt', { number: record.seq, receipt })}
      </span>
      <Action autoFocus onAct={() => goTo({ task: 'record', record })}>
        {t('open-record')}
      </Action>
    </div>
  )
}
