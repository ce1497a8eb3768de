import { useQueries } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { BusinessDate } from '../../../core/calendar/business-date.ts'
import { periodOf } from '../../../core/calendar/period.ts'
import type { CurrencyCode } from '../../../core/money/currency.ts'
import { formatMoney } from '../../../core/money/format-amount.ts'
import { ask } from '../../lib/branch.ts'
import { formatShare } from '../../lib/format-count.ts'
import { formatMonthOf, formatPeriod } from '../../lib/format-date.ts'
import { typedDate } from '../../lib/read-date.ts'
import { Panel } from '../../ui/panel.tsx'
import classes from './portfolio.module.css'
import { askedOf, changeView, type PortfolioView, trendDays } from './portfolio-view.ts'

interface TrendProps {
  readonly asOf: BusinessDate
  readonly currency: CurrencyCode
  readonly only: PortfolioView['only']
}

interface Month {
  readonly day: BusinessDate
  readonly principalMinor: bigint
  readonly lateMinor: bigint
  readonly percent: string | null
}

/** Each day is a question of its own, so that the engine does other things between them. */
function useMonths({ asOf, currency, only }: TrendProps): readonly Month[] {
  const of = askedOf(only)
  return useQueries({
    queries: trendDays(asOf).map(day => {
      const query = { type: 'portfolio-risk', asOf: day, of } as const
      return { queryKey: [query.type, query], queryFn: () => ask(query) }
    }),
    combine: results =>
      results.map(({ data }, place): Month => {
        const found = data?.ok ? data.value.currencies.find(one => one.currency === currency) : undefined
        const late = found?.atRisk.find(({ par }) => par === 30)
        return {
          day: trendDays(asOf)[place] ?? asOf,
          principalMinor: found?.principalMinor ?? 0n,
          lateMinor: late?.principalMinor ?? 0n,
          percent: late?.percent ?? null,
        }
      }),
  })
}

const height = 100

/** So many hundredths of the tallest column. */
const heightOf = (minor: bigint, tallest: bigint): number =>
  tallest > 0n && minor > 0n ? Math.max(Number((minor * BigInt(height)) / tallest), 1) : 0

/** The portfolio at the ends of twelve months, and what of it was more than 30 days past due; a month opens the board as of its end. */
export function TrendChart(props: TrendProps) {
  const { t, i18n } = useTranslation('portfolio')
  const months = useMonths(props)
  const tallest = months.reduce((most, { principalMinor }) => (principalMinor > most ? principalMinor : most), 0n)
  return (
    <Panel title={t('trend')}>
      <ul className={classes.trend} aria-label={t('trend')}>
        {months.map(({ day, principalMinor, lateMinor, percent }) => {
          const name = formatPeriod(periodOf(day), i18n.language)
          const amount = formatMoney({ amountMinor: principalMinor, currency: props.currency }, i18n.language)
          const share = percent === null ? '' : formatShare(percent, i18n.language)
          const [whole, late] = [heightOf(principalMinor, tallest), heightOf(lateMinor, tallest)]
          const words = t('trend-month', { month: name, amount, percent: share || '–' })
          return (
            <li key={day}>
              <button
                type="button"
                className={classes.month}
                title={words}
                aria-label={words}
                onClick={() => changeView({ asOfText: typedDate(day, i18n.language) })}
              >
                <span>{share || '\u00a0'}</span>
                <svg viewBox={`0 0 10 ${height}`} preserveAspectRatio="none" focusable="false" aria-hidden="true">
                  <rect className={classes.whole} x="1" width="8" y={height - whole} height={whole} />
                  <rect className={classes.late} x="1" width="8" y={height - late} height={late} />
                </svg>
                <span className={classes.monthName}>{formatMonthOf(day, i18n.language)}</span>
              </button>
            </li>
          )
        })}
      </ul>
      <p className={classes.legend}>
        <span className={classes.wholeKey}>{t('outstanding')}</span>
        <span className={classes.lateKey}>{t('par', { days: 30 })}</span>
      </p>
    </Panel>
  )
}
