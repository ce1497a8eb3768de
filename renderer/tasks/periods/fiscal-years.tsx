import { useTranslation } from 'react-i18next'
import type { BranchYearAnswer, FiscalYearAnswer } from '../../../core/query/period-answers.ts'
import { formatPeriod } from '../../lib/format-date.ts'
import { isolate } from '../../lib/isolate.ts'
import { goTo } from '../../routes.ts'
import { Action, QuietAction } from '../../ui/action.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Money } from '../../ui/money.tsx'
import { Panel } from '../../ui/panel.tsx'
import classes from './periods.module.css'

const tones = { running: 'neutral', ready: 'waiting', closed: 'right', late: 'waiting' } as const

/** Every fiscal year in every branch: how it stands, what it has earned so far, and its end. */
export function FiscalYears({ years }: { readonly years: readonly FiscalYearAnswer[] }) {
  const { t } = useTranslation('ledger')
  return (
    <Panel title={t('fiscal-years')} flush>
      <ul className={classes.years}>
        {years.flatMap(year =>
          year.branches.map(branch => (
            <BranchYear key={`${year.year}/${branch.branchId}`} year={year} branch={branch} />
          )),
        )}
      </ul>
    </Panel>
  )
}

function BranchYear({ year, branch }: { readonly year: FiscalYearAnswer; readonly branch: BranchYearAnswer }) {
  const { t, i18n } = useTranslation('ledger')
  const { branchId, branchName, state, results } = branch
  const name = t('year-in-branch', { year: String(year.year), branch: isolate(branchName) })
  const step = { task: 'period-step', span: String(year.year), branchId } as const
  const from = formatPeriod(year.firstPeriod, i18n.language)
  const to = formatPeriod(year.lastPeriod, i18n.language)
  return (
    <li className={classes.year}>
      <span className={classes.name}>
        {name} <Badge tone={tones[state]}>{t(`year-${state}`)}</Badge>
      </span>
      <span>
        {(state === 'ready' || state === 'late') && (
          <Action onAct={() => goTo({ ...step, step: 'year.close' })}>{t('close-year')}</Action>
        )}
        {state === 'closed' && (
          <QuietAction onAct={() => goTo({ ...step, step: 'year.reopen' })}>{t('reopen-year')}</QuietAction>
        )}
      </span>
      <span className={classes.detail}>{t('year-months', { from, to })}</span>
      <span className={classes.result}>
        {results.length > 0 && <span className={classes.detail}>{t('year-result')}</span>}
        {results.map(({ amountMinor, currency }) => (
          <Money key={currency} amountMinor={amountMinor} currency={currency} aligned />
        ))}
      </span>
    </li>
  )
}
