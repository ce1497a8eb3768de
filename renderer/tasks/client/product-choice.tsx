import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { CurrencyCode } from '../../../core/money/currency.ts'
import type { DepositProduct } from '../../../core/products/deposit-product.ts'
import { Money } from '../../ui/money.tsx'
import classes from './open-account.module.css'
import { toSibling } from './to-sibling.ts'

interface ProductChoiceProps {
  readonly products: readonly DepositProduct[]
  /** The one that has the focus at first; else the first of them. */
  readonly first: string | undefined
  readonly onChoose: (product: DepositProduct) => void
}

/** The products with their terms: arrows go from one to the next, Enter takes it. */
export function ProductChoice({ products, first, onChoose }: ProductChoiceProps) {
  const list = useRef<HTMLDivElement>(null)
  const count = products.length
  // The products may come after the dialog has opened and given the focus away.
  useEffect(() => {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])]
    if (count > 0) (buttons.find(({ value }) => value === first) ?? buttons[0])?.focus()
  }, [count, first])
  return (
    <div className={classes.products} ref={list}>
      {products.map((product, index) => (
        <button
          key={product.productId}
          type="button"
          className={classes.product}
          value={product.productId}
          onClick={() => onChoose(product)}
          data-autofocus={index === 0 || undefined}
          onKeyDown={toSibling}
        >
          <span className={classes.name}>{product.name}</span>
          <Terms product={product} />
        </button>
      ))}
    </div>
  )
}

function Terms({ product }: { readonly product: DepositProduct }) {
  const { t } = useTranslation('clients')
  const { currency, minimumBalanceMinor, minimumOpeningMinor } = product
  const { withdrawalsPerDayMinor } = product.limits
  return (
    <span className={classes.terms}>
      <Term label={t('product-minimum')} amountMinor={minimumBalanceMinor} currency={currency} />
      <Term label={t('product-opening')} amountMinor={minimumOpeningMinor} currency={currency} />
      {withdrawalsPerDayMinor !== undefined && (
        <Term label={t('product-daily')} amountMinor={withdrawalsPerDayMinor} currency={currency} />
      )}
    </span>
  )
}

interface TermProps {
  readonly label: string
  readonly amountMinor: bigint
  readonly currency: CurrencyCode
}

const Term = ({ label, amountMinor, currency }: TermProps) => (
  <span>
    {label}
    <br />
    <Money amountMinor={amountMinor} currency={currency} />
  </span>
)
