import type { Rate } from '../../core/money/rate.ts'
import type { Product } from '../../core/products/product.ts'
import { formatPercentRate } from './read-percent.ts'

/** What a product earns or costs a year, from the lowest rate to the highest, or the lowest balances to the highest; undefined where it is nothing. */
export function yearlyRate(product: Product, locale: string): string | undefined {
  const rates = yearlyRates(product)
  const [first, last] = [rates[0], rates.at(-1)]
  if (first === undefined || last === undefined) return undefined
  const [from, to] = [first, last].map(rate => formatPercentRate(rate, locale))
  return from === to ? from : `${from} – ${to}`
}

function yearlyRates(product: Product): readonly Rate[] {
  if (product.kind === 'loan') return [product.annualPercent.min, product.annualPercent.max]
  if (product.kind === 'credit-line') return [product.annualPercent]
  return (product.interest?.rates.tiers ?? []).map(({ annualPercent }) => annualPercent)
}
