import { useTranslation } from 'react-i18next'
import { formatRate } from '../../../core/money/format-rate.ts'
import type { ExchangePosition } from '../../../core/query/exchange-answers.ts'
import { Facts } from '../../counter/facts.tsx'
import { formatDay } from '../../lib/format-date.ts'
import { useOpenSession } from '../../lib/session.ts'
import { Money } from '../../ui/money.tsx'
import { Panel } from '../../ui/panel.tsx'

/** The sum behind a revaluation: held, times the middle rate, less what it stands at. */
export function RevaluationFacts({ position }: { readonly position: ExchangePosition }) {
  const { t, i18n } = useTranslation('exchange')
  const own = useOpenSession()?.institution.currency
  const { currency, positionMinor, equivalentMinor, worthMinor, gainMinor, mid, revaluedOn } = position
  const inOwn = (amountMinor: bigint | undefined) =>
    own !== undefined && amountMinor !== undefined && <Money amountMinor={amountMinor} currency={own} aligned />
  return (
    <Panel>
      <Facts
        facts={[
          [t('position-held'), <Money key="held" amountMinor={positionMinor} currency={currency} aligned />],
          [t('rate-mid'), mid && formatRate(mid, i18n.language)],
          [t('position-worth'), inOwn(worthMinor)],
          [t('position-equivalent'), inOwn(equivalentMinor)],
          [t('position-gain'), inOwn(gainMinor)],
          [t('revalued-on'), revaluedOn && formatDay(revaluedOn, i18n.language)],
        ]}
      />
    </Panel>
  )
}
