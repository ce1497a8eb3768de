import { useTranslation } from 'react-i18next'
import type { BusinessDate } from '../../../core/calendar/business-date.ts'
import type { CurrencyCode } from '../../../core/money/currency.ts'
import type { PortfolioFigures, PortfolioRow } from '../../../core/query/portfolio-answers.ts'
import { formatCount, formatShare } from '../../lib/format-count.ts'
import { formatDay } from '../../lib/format-date.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { Money } from '../../ui/money.tsx'
import { Panel } from '../../ui/panel.tsx'
import { type Bar, BarList } from './bar-list.tsx'
import { askedOf, narrow, openLoans, type PortfolioView, weekFrom } from './portfolio-view.ts'
import { useWayNames } from './way-names.ts'

const shareOf = (percent: string | null, locale: string): string =>
  percent === null ? '' : formatShare(percent, locale)

/** The whole balances by how late they are; a bar opens its loans. */
export function AgeingChart({
  figures,
  currency,
}: {
  readonly figures: PortfolioFigures
  readonly currency: CurrencyCode
}) {
  const { t, i18n } = useTranslation('portfolio')
  const bars = figures.ageing.map(
    ({ bucket, loans, principalMinor, percent }, place): Bar => ({
      key: bucket,
      label: t(`bucket-${bucket}`),
      value: principalMinor,
      figure: <Money amountMinor={principalMinor} currency={currency} aligned />,
      detail: shareOf(percent, i18n.language),
      tone: place === 0 ? 'neutral' : place < 3 ? 'waiting' : 'wrong',
      onOpen: loans > 0 ? () => openLoans({ kind: 'bucket', bucket }) : undefined,
    }),
  )
  return (
    <Panel title={t('ageing')}>
      <BarList label={t('ageing')} bars={bars} />
    </Panel>
  )
}

interface DueProps {
  readonly asOf: BusinessDate
  readonly currency: CurrencyCode
  readonly only: PortfolioView['only']
}

/** What falls due in the days to come; a bar opens the loans of its day. */
export function DueChart({ asOf, currency, only }: DueProps) {
  const { t, i18n } = useTranslation('portfolio')
  const days = weekFrom(asOf)
  const to = days.at(-1) ?? asOf
  const { answer } = useAnswer({ type: 'portfolio-due', from: asOf, to, of: askedOf(only) }, { keepPrevious: true })
  const bars = days.map((day): Bar => {
    const due = answer?.find(one => one.dueOn === day && one.currency === currency)
    return {
      key: day,
      label: formatDay(day, i18n.language),
      value: due?.outstandingMinor ?? 0n,
      figure: <Money amountMinor={due?.outstandingMinor ?? 0n} currency={currency} aligned />,
      detail: formatCount(due?.installments ?? 0, i18n.language),
      onOpen: due ? () => openLoans({ kind: 'due', from: day, to: day }) : undefined,
    }
  })
  return (
    <Panel title={t('due-week')}>
      <BarList label={t('due-week')} bars={bars} />
    </Panel>
  )
}

const barsMax = 8

interface OutstandingProps {
  readonly by: PortfolioView['by']
  readonly currency: CurrencyCode
  readonly rows: readonly PortfolioRow[]
}

/** What is outstanding, told apart; a bar narrows the board to its loans. */
export function OutstandingChart({ by, currency, rows }: OutstandingProps) {
  const { t, i18n } = useTranslation('portfolio')
  const nameOf = useWayNames()
  const largest = rows
    .toSorted((a, b) => (a.figures.principalMinor < b.figures.principalMinor ? 1 : -1))
    .slice(0, barsMax)
  const bars = largest.map(({ key, name, figures }): Bar => {
    const label = nameOf(by, key, name)
    return {
      key,
      label,
      value: figures.principalMinor,
      figure: <Money amountMinor={figures.principalMinor} currency={currency} aligned />,
      detail: formatCount(figures.loans, i18n.language),
      onOpen: key === '' ? undefined : () => narrow(by, { key, name: label }),
    }
  })
  return (
    <Panel title={t(`outstanding-by-${by}`)}>
      <BarList label={t(`outstanding-by-${by}`)} bars={bars} />
    </Panel>
  )
}
