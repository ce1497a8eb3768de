import { businessDate } from '../../core/calendar/business-date.ts'
import type { DepositProduct } from '../../core/products/deposit-product.ts'
import type { Product } from '../../core/products/product.ts'
import { templateProducts } from '../../core/products/products-template.ts'
import type { Branch } from './branch.ts'

/** A product of the template, of the kind that is asked for. */
export function templateProduct<K extends Product['kind']>(kind: K): Extract<Product, { kind: K }> {
  const found = templateProducts('KES').find((one): one is Extract<Product, { kind: K }> => one.kind === kind)
  if (!found) throw new Error(`no ${kind} in the template`)
  return found
}

/** Publishes a product for clients of any tier and opens an account under it. */
export function openUnder<P extends DepositProduct>(
  branch: Branch,
  clientId: string,
  product: P,
  terms: { termMonths?: number; installmentMinor?: bigint; holders?: string[]; signing?: 'any' | 'all' } = {},
): string {
  const productId = `made-${branch.environment.newId().slice(-8)}`
  const version = { ...product, productId, version: 1, kycTier: 1, validFrom: businessDate('2026-03-02') }
  branch.must('head-office', { type: 'product.publish', product: version as Product })
  const opened = branch.must('officer', { type: 'savings.open', clientId, productId, ...terms })
  return opened.created.accountId ?? ''
}

/** A current account on which nothing is free of charge and nothing limited but by what is given. */
export const plainCurrent = (over: Partial<Extract<DepositProduct, { kind: 'current' }>> = {}) => ({
  ...templateProduct('current'),
  minimumBalanceMinor: 0n,
  minimumOpeningMinor: 0n,
  ...over,
})
