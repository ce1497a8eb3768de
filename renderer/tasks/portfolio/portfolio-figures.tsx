import { useTranslation } from 'react-i18next'
import type { BusinessDate } from '../../../core/calendar/business-date.ts'
import type { CurrencyCode } from '../../../core/money/currency.ts'
import { formatMoney } from '../../../core/money/format-amount.ts'
import type { PortfolioFigures } from '../../../core/query/portfolio-answers.ts'
import { formatCount, formatShare } from '../../lib/format-count.ts'
import { isolate } from '../../lib/isolate.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { Figure, Figures } from '../../ui/figure.tsx'
import { Money } from '../../ui/money.tsx'
import { askedOf, monthUntil, openLoans, usePortfolioView } from './portfolio-view.ts'

interface FigureRowProps {
  readonly asOf: BusinessDate
  readonly currency: CurrencyCode
  readonly figures: PortfolioFigures
}

/** The figures that are looked at first; each opens its loans. */
export function PortfolioFigureRow({ asOf, currency, figures }: FigureRowProps) {
  const { t, i18n } = useTranslation('portfolio')
  const locale = i18n.language
  const count = (loans: number): string => t('loans', { count: loans, number: formatCount(loans, locale) })
  const share = (percent: string | null): string => (percent === null ? '–' : formatShare(percent, locale))
  const money = (amountMinor: bigint): string => isolate(formatMoney({ amountMinor, currency }, locale))
  const { only } = usePortfolioView()
  const { answer } = useAnswer(
    { type: 'portfolio-period', ...monthUntil(asOf), by: 'branch', of: askedOf(only) },
    { keepPrevious: true },
  )
  const month = answer?.find(one => one.currency === currency)?.total
  const late = figures.atRisk.find(({ par }) => par === 30)
  const worst = figures.atRisk.find(({ par }) => par === 90)
  const past = figures.atRisk.find(({ par }) => par === 1)
  const { restructured, writtenOff } = figures
  return (
    <Figures>
      <Figure label={t('outstanding')} detail={count(figures.loans)} onOpen={() => openLoans({ kind: 'open' })}>
        <Money amountMinor={figures.principalMinor} currency={currency} />
      </Figure>
      <Figure
        label={t('par', { days: 30 })}
        detail={late && `${count(late.loans)} · ${money(late.principalMinor)}`}
        tone={late && late.loans > 0 ? 'wrong' : 'neutral'}
        onOpen={() => openLoans({ kind: 'at-risk', par: 30 })}
      >
        {share(late?.percent ?? null)}
      </Figure>
      <Figure
        label={t('par', { days: 90 })}
        detail={worst && `${count(worst.loans)} · ${money(worst.principalMinor)}`}
        tone={worst && worst.loans > 0 ? 'wrong' : 'neutral'}
        onOpen={() => openLoans({ kind: 'at-risk', par: 90 })}
      >
        {share(worst?.percent ?? null)}
      </Figure>
      <Figure
        label={t('arrears')}
        detail={past && count(past.loans)}
        tone={figures.arrearsMinor > 0n ? 'waiting' : 'neutral'}
        onOpen={() => openLoans({ kind: 'late' })}
      >
        <Money amountMinor={figures.arrearsMinor} currency={currency} />
      </Figure>
      <Figure
        label={t('repayment-rate')}
        detail={month && t('collected-of', { collected: money(month.collectedMinor), due: money(month.dueMinor) })}
      >
        {share(month?.repaymentPercent ?? null)}
      </Figure>
      <Figure label={t('in-time')} detail={month && t('met-in-time', { amount: money(month.onTimeMinor) })}>
        {share(month?.onTimePercent ?? null)}
      </Figure>
      <Figure label={t('yield')} detail={month && t('income-of', { amount: money(month.incomeMinor) })}>
        {share(month?.yieldPercent ?? null)}
      </Figure>
      <Figure
        label={t('restructured')}
        detail={`${count(restructured.loans)} · ${share(restructured.percent)}`}
        onOpen={() => openLoans({ kind: 'restructured' })}
      >
        <Money amountMinor={restructured.principalMinor} currency={currency} />
      </Figure>
      <Figure
        label={t('written-off')}
        detail={t('recovered', { amount: money(writtenOff.recoveredMinor) })}
        onOpen={() => openLoans({ kind: 'written-off' })}
      >
        <Money amountMinor={writtenOff.principalMinor} currency={currency} />
      </Figure>
    </Figures>
  )
}
