import { useTranslation } from 'react-i18next'
import type { Money as MoneyAmount } from '../../../core/money/amount.ts'
import type { BulkProgress } from '../../../core/query/bulk-answers.ts'
import { Facts } from '../../counter/facts.tsx'
import { useYourDrawers } from '../../counter/use-your-drawers.ts'
import { Money } from '../../ui/money.tsx'

interface CollectionCashProps {
  readonly progress: BulkProgress
  /** Nothing is recorded yet: the drawer as it is, and as it will be. */
  readonly isBefore: boolean
}

/** What the list comes to, what of it is taken, and what that makes of the drawer. */
export function CollectionCash({ progress: { amounts, listed }, isBefore }: CollectionCashProps) {
  const { t } = useTranslation('import')
  const drawers = useYourDrawers(listed.map(({ currency }) => currency))
  const taken = (currency: string): bigint => amounts.find(one => one.currency === currency)?.amountMinor ?? 0n
  const fact = (name: string, { amountMinor, currency }: MoneyAmount) =>
    [`${name} (${currency})`, <Money key={name} amountMinor={amountMinor} currency={currency} strong />] as const
  return (
    <Facts
      facts={listed.flatMap(total => {
        const { currency } = total
        const drawer = drawers.find(one => one.currency === currency)
        return [
          fact(t('list-total'), total),
          fact(t('cash-to-count'), { amountMinor: taken(currency), currency }),
          ...(isBefore && drawer
            ? [
                fact(t('drawer-now'), { amountMinor: drawer.nowMinor, currency }),
                fact(t('drawer-after'), { amountMinor: drawer.nowMinor + taken(currency), currency }),
              ]
            : []),
        ]
      })}
    />
  )
}
