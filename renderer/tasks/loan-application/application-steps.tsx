import { useTranslation } from 'react-i18next'
import type { LoanStepRow } from '../../../core/query/loan-answers.ts'
import { useRecordWord } from '../../counter/record-words.ts'
import { formatMoment } from '../../lib/format-date.ts'
import { Panel } from '../../ui/panel.tsx'
import classes from './loan-application.module.css'

/** What was said and decided, the newest first. Rule: W62. */
export function ApplicationSteps({ steps }: { readonly steps: readonly LoanStepRow[] }) {
  const { t, i18n } = useTranslation('loan-application')
  const wordOf = useRecordWord()
  return (
    <Panel title={t('steps')}>
      <ol className={classes.steps} aria-label={t('steps')}>
        {steps.toReversed().map(step => (
          <li key={`${step.record.log}/${step.record.seq}`}>
            <div className={classes.step}>{wordOf(step)}</div>
            <div className={classes.about}>
              {formatMoment(step.recordedAt, i18n.language)} · <bdi>{step.actorName}</bdi>
            </div>
            {step.reason && <div>{t(`reason-${step.reason}`)}</div>}
            {step.missing !== undefined && step.missing > 0 && <div>{t('missing', { number: step.missing })}</div>}
            {step.condition && <div className={classes.said}>{t('condition-said', { condition: step.condition })}</div>}
            {step.note && (
              <div className={classes.said}>
                <bdi>{step.note}</bdi>
              </div>
            )}
          </li>
        ))}
      </ol>
    </Panel>
  )
}
