import { Progress } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '../../lib/use-answer.ts'
import { useCommand } from '../../lib/use-command.ts'
import { Action, PrimaryAction } from '../../ui/action.tsx'
import { Panel } from '../../ui/panel.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import classes from './audit.module.css'
import { CheckResult } from './check-result.tsx'

/** Proves the books while others work, and says in plain words what came of it. */
export function CheckPanel() {
  const { t } = useTranslation('audit')
  const check = useCommand<'books.verify'>()
  const run = (depth: 'quick' | 'full') => void check.run({ type: 'books.verify', depth })
  return (
    <Panel title={t('check')}>
      <div className={classes.part}>
        <p className={classes.text}>{t('check-about')}</p>
        <div className={classes.actions}>
          <PrimaryAction shortcut="v" isBusy={check.isBusy} onAct={() => run('full')}>
            {t('check-full')}
          </PrimaryAction>
          <Action shortcut="q" disabled={check.isBusy} onAct={() => run('quick')}>
            {t('check-quick')}
          </Action>
        </div>
        {check.isBusy && <CheckProgress />}
        {check.refusal && <RefusalNote refusal={check.refusal} />}
        {check.answer && <CheckResult result={check.answer} />}
      </div>
    </Panel>
  )
}

function CheckProgress() {
  const { t } = useTranslation('audit')
  const progress = useAnswer({ type: 'verification' }).answer
  if (!progress) return null
  const { done, total } = progress
  return (
    <div>
      <Progress value={total > 0 ? (100 * done) / total : 100} aria-label={t('check')} />
      <p className={classes.text}>{t('check-progress', { done, total })}</p>
    </div>
  )
}
