import { yearStartMonth } from '../command/load-close-of-business.ts'
import { dayAtHand } from '../decision/days-of-context.ts'
import { type DepositPreview, previewDeposit } from '../products/deposit-preview.ts'
import { isDepositProduct } from '../products/product.ts'
import { productFaults } from '../products/product-faults.ts'
import { type Recommendation, recommendProducts } from '../products/recommend-products.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { kycTierOfClient } from '../storage/clients.ts'
import { productsOn } from '../storage/products.ts'
import { calendarOf } from '../storage/working-calendar.ts'
import type { Query } from './query.ts'
import type { Reading } from './reader.ts'

type QueryOf<T extends Query['type']> = Extract<Query, { type: T }>

/**
 * What a year under a draft of a product would be for a client. Refuses field-invalid: the first thing that does not fit together in it, or
 * a kind that is not a deposit. Rule: P6.
 */
export function productPreview(
  { db, context }: Reading,
  { product, amountMinor, termMonths }: QueryOf<'product-preview'>,
): Result<DepositPreview, Refusal> {
  const [fault] = productFaults(product)
  if (fault) return refuse({ type: 'field-invalid', field: `product.${fault.field}`, rule: fault.rule })
  if (!isDepositProduct(product)) return refuse({ type: 'field-invalid', field: 'product.kind', rule: 'not-allowed' })
  const use = { openedOn: dayAtHand(context), amountMinor, yearStartMonth: yearStartMonth(db) }
  return ok(previewDeposit(product, termMonths === undefined ? use : { ...use, termMonths }))
}

/** The three products that fit the client's wish best. Refuses client-unknown. Rule: P7. */
export function productsFor(
  { db, context }: Reading,
  { clientId, use, amountMinor, termMonths, liquidity }: QueryOf<'recommend-products'>,
): Result<readonly Recommendation[], Refusal> {
  const kycTier = kycTierOfClient(db, clientId)
  if (kycTier === null) return refuse({ type: 'client-unknown' })
  const wish = { use, amountMinor, liquidity, ...(termMonths === undefined ? {} : { termMonths }) }
  const client = { kycTier, today: dayAtHand(context), yearStartMonth: yearStartMonth(db), calendar: calendarOf(db) }
  return ok(recommendProducts(productsOn(db, context.businessDate), wish, client))
}
