import { useTranslation } from 'react-i18next'
import type { DayRate } from '../../../core/foreign-exchange/day-rate.ts'
import { formatRate } from '../../../core/money/format-rate.ts'
import { Facts } from '../../counter/facts.tsx'
import { formatDay } from '../../lib/format-date.ts'
import { isolate } from '../../lib/isolate.ts'
import { Panel } from '../../ui/panel.tsx'

/** At what the foreign currencies of an exchange are bought and sold, and since when. */
export function RateFacts({ rates }: { readonly rates: readonly DayRate[] }) {
  const { t, i18n } = useTranslation('exchange')
  const locale = i18n.language
  return (
    <Panel title={t('rates-of-day')}>
      <Facts
        facts={rates.flatMap(({ currency, quote, buy, sell, from }) => [
          [t('we-buy', { currency }), `${quote} ${isolate(formatRate(buy, locale))}`] as const,
          [t('we-sell', { currency }), `${quote} ${isolate(formatRate(sell, locale))}`] as const,
          [t('holds-from', { currency }), formatDay(from, locale)] as const,
        ])}
      />
    </Panel>
  )
}
