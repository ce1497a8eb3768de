import { offeredFrequency } from '../products/loan-offer.ts'
import type { Loan } from './loan.ts'

/** Whether what is agreed lies within the product's version by its currency, amount, frequency and count: what any device may ask of another. */
export function isOffered({ product, currency, agreement }: Pick<Loan, 'product' | 'currency' | 'agreement'>): boolean {
  const { principalMinor, frequency, installments } = agreement
  const { minMinor, maxMinor } = product.principal
  const counts = offeredFrequency(product, frequency)?.installments
  if (!counts || currency !== product.currency) return false
  return (
    principalMinor >= minMinor && principalMinor <= maxMinor && installments >= counts.min && installments <= counts.max
  )
}
