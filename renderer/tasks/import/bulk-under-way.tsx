import { Progress } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../lib/format-count.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { useCommand } from '../../lib/use-command.ts'
import { Action } from '../../ui/action.tsx'
import classes from './import.module.css'

/** How far it has come, and the way to stop it. */
export function BulkUnderWay({ batch }: { readonly batch: string }) {
  const { t, i18n } = useTranslation('import')
  const cancel = useCommand<'bulk.cancel'>()
  const { answer } = useAnswer({ type: 'bulk' })
  const { done, total } = answer?.batch === batch ? answer : { done: 0, total: 0 }
  return (
    <>
      <Progress value={total > 0 ? (100 * done) / total : 0} aria-label={t('under-way')} />
      <p className={classes.text}>
        {t('done-of', { done: formatNumber(done, i18n.language), total: formatNumber(total, i18n.language) })}
      </p>
      <div className={classes.actions}>
        <Action isBusy={cancel.isBusy} onAct={() => void cancel.run({ type: 'bulk.cancel', batch })}>
          {t('stop')}
        </Action>
      </div>
    </>
  )
}
