import { z } from 'zod'
import { creditLineProductSchema } from './credit-line-product.ts'
import { type DepositProduct, depositKinds, depositProductSchema } from './deposit-product.ts'
import { loanProductSchema } from './loan-product.ts'

/** A version of a product as head office published it. */
export const productSchema = z.discriminatedUnion('kind', [
  depositProductSchema,
  creditLineProductSchema,
  loanProductSchema,
])
export type Product = z.infer<typeof productSchema>
export type ProductKind = Product['kind']

export const productKinds = [...depositKinds, 'loan', 'credit-line'] as const satisfies readonly ProductKind[]

const kindsOfDeposits: readonly ProductKind[] = depositKinds

export const isDepositProduct = (product: Product): product is DepositProduct => kindsOfDeposits.includes(product.kind)
