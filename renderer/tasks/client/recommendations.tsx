import { IconCheck, IconMinus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CurrencyCode } from '../../../core/money/currency.ts'
import { formatMoney } from '../../../core/money/format-amount.ts'
import type { DepositProduct } from '../../../core/products/deposit-product.ts'
import { isDepositProduct } from '../../../core/products/product.ts'
import type { Recommendation, RecommendationReason } from '../../../core/products/recommend-products.ts'
import { isolate } from '../../lib/isolate.ts'
import { Badge } from '../../ui/badge.tsx'
import classes from './open-account.module.css'
import { toSibling } from './to-sibling.ts'

interface RecommendationsProps {
  readonly recommendations: readonly Recommendation[]
  readonly onChoose: (product: DepositProduct) => void
}

/** The products that fit, the best first: arrows go from one to the next, Enter opens an account of it. */
export function Recommendations({ recommendations, onChoose }: RecommendationsProps) {
  const { t } = useTranslation('clients')
  return (
    <section className={classes.products} aria-label={t('fitting')}>
      {recommendations.map(({ product, isOpenable, reasonsFor, reasonsAgainst }, place) =>
        isDepositProduct(product) ? (
          <button
            key={product.productId}
            type="button"
            className={classes.product}
            data-best={place === 0 || undefined}
            onClick={() => onChoose(product)}
            onKeyDown={toSibling}
          >
            <span className={classes.name}>
              <bdi>{product.name}</bdi> {place === 0 && isOpenable && <Badge tone="right">{t('fits-best')}</Badge>}
              {!isOpenable && <Badge tone="waiting">{t('not-now')}</Badge>}
            </span>
            {reasonsFor.map(reason => (
              <Reason key={reason.type} reason={reason} currency={product.currency} isFor />
            ))}
            {reasonsAgainst.map(reason => (
              <Reason key={reason.type} reason={reason} currency={product.currency} isFor={false} />
            ))}
          </button>
        ) : null,
      )}
    </section>
  )
}

interface ReasonProps {
  readonly reason: RecommendationReason
  readonly currency: CurrencyCode
  readonly isFor: boolean
}

function Reason({ reason, currency, isFor }: ReasonProps) {
  const text = useReasonText(reason, currency)
  const Mark = isFor ? IconCheck : IconMinus
  return (
    <span className={classes.reason} data-against={!isFor || undefined}>
      <Mark size={15} stroke={2} aria-hidden />
      {text}
    </span>
  )
}

/** A reason in the officer's words. */
function useReasonText(reason: RecommendationReason, currency: CurrencyCode): string {
  const { t, i18n } = useTranslation('clients')
  const money = (amountMinor: bigint): string => isolate(formatMoney({ amountMinor, currency }, i18n.language))
  switch (reason.type) {
    case 'suits-use':
    case 'other-use':
      return t(`reason-${reason.type}`, { use: t(`use-${reason.use}`) })
    case 'earns-in-a-year':
    case 'costs-in-a-year':
      return t(`reason-${reason.type}`, { amount: money(reason.amountMinor) })
    case 'kyc-tier-too-low':
      return t('reason-kyc-tier-too-low', { needed: reason.needed })
    case 'amount-below-minimum':
      return t('reason-amount-below-minimum', { amount: money(reason.minimumMinor) })
    case 'amount-above-maximum':
      return t('reason-amount-above-maximum', { amount: money(reason.maxMinor) })
    case 'term-outside':
      return t('reason-term-outside', { from: reason.monthsMin, to: reason.monthsMax })
    case 'at-hand-any-time':
    case 'no-monthly-fee':
    case 'locked-until-maturity':
      return t(`reason-${reason.type}`)
  }
}
