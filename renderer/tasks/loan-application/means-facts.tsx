import { useTranslation } from 'react-i18next'
import { periodOf } from '../../../core/calendar/period.ts'
import type { Affordability } from '../../../core/loans/affordability.ts'
import type { CurrencyCode } from '../../../core/money/currency.ts'
import type { Rate } from '../../../core/money/rate.ts'
import { Facts } from '../../counter/facts.tsx'
import { formatPeriod } from '../../lib/format-date.ts'
import { formatPercentRate } from '../../lib/read-percent.ts'
import { Badge } from '../../ui/badge.tsx'
import { Money } from '../../ui/money.tsx'
import type { Tone } from '../../ui/tone.ts'

interface MeansFactsProps {
  readonly means: Affordability
  readonly currency: CurrencyCode
  /** The most of what is left that the product lets an installment take. */
  readonly ceilingPercent: Rate | undefined
}

const tones: Readonly<Record<Affordability['verdict'], Tone>> = {
  within: 'right',
  beyond: 'wrong',
  'no-ceiling': 'neutral',
}

/** Whether the household can bear it: the month that weighs most, what is due in it, and what is left before that. */
export function MeansFacts({ means, currency, ceilingPercent }: MeansFactsProps) {
  const { t, i18n } = useTranslation('loan-application')
  const { heaviest, largestDueMinor, verdict } = means
  const percent = (rate: Rate | undefined) => rate !== undefined && <bdi>{formatPercentRate(rate, i18n.language)}</bdi>
  return (
    <Facts
      facts={[
        [t('heaviest-month'), formatPeriod(periodOf(heaviest.from), i18n.language)],
        [
          t('others-in-month'),
          heaviest.othersMinor > 0n && <Money key="others" amountMinor={heaviest.othersMinor} currency={currency} />,
        ],
        [t('left-in-month'), <Money key="left" amountMinor={heaviest.disposableMinor} currency={currency} />],
        [t('due-in-month'), <Money key="due" amountMinor={heaviest.dueMinor} currency={currency} />],
        [t('takes'), percent(heaviest.percent)],
        [t('may-take'), percent(ceilingPercent)],
        [
          t('largest-month'),
          largestDueMinor !== heaviest.dueMinor && (
            <Money key="largest" amountMinor={largestDueMinor} currency={currency} />
          ),
        ],
        [
          t('verdict'),
          <Badge key="verdict" tone={tones[verdict]}>
            {t(`verdict-${verdict}`)}
          </Badge>,
        ],
      ]}
    />
  )
}
