import type { Context } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import type { Chart } from '../ledger/chart.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { checkProductAccounts } from './check-product-accounts.ts'
import type { Product } from './product.ts'
import type { PublishProduct, RetireProduct } from './product-commands.ts'
import { productFaults } from './product-faults.ts'

/** A product's newest version; absent where there is none yet. */
export interface ProductState {
  readonly newest?: Product
  readonly isRetired: boolean
}

export interface PublicationState extends ProductState {
  readonly chart: Chart
}

/**
 * Publishes a version of a product, for accounts that are opened from its first day on; those that are open keep theirs.
 * Refuses product-retired, field-invalid (naming the field: not the next version, another kind or currency than before, a first day that
 * is missing or not after what holds), every fault of `productFaults`, then what stands against the ledger accounts it names.
 * Rules: P2, P4.
 */
export function publishProduct(
  { newest, isRetired, chart }: PublicationState,
  { product }: PublishProduct,
  { businessDate }: Context,
): Result<Decision, Refusal> {
  if (isRetired) return refuse({ type: 'product-retired' })
  const { version, kind, currency, validFrom } = product
  if (version !== (newest?.version ?? 0) + 1) return fault('version', 'not-next-version')
  if (newest && kind !== newest.kind) return fault('kind', 'differs-from-before')
  if (newest && currency !== newest.currency) return fault('currency', 'differs-from-before')
  if (validFrom === undefined) return fault('validFrom', 'missing')
  if (businessDate !== null && validFrom < businessDate) return fault('validFrom', 'in-the-past')
  if (newest?.validFrom !== undefined && validFrom <= newest.validFrom)
    return fault('validFrom', 'not-after-version-before')
  const [first] = productFaults(product)
  if (first) return fault(first.field, first.rule)
  const booked = checkProductAccounts(chart, product)
  if (!booked.ok) return booked
  return ok({
    type: 'product.published',
    class: 'decision',
    entries: [],
    body: { product },
    isReference: true,
  })
}

const fault = (field: string, rule: string) =>
  refuse({ type: 'field-invalid', field: `product.${field}`, rule } as const)

/** No account is opened under the product any more; those that are open go on. Refuses product-unknown, product-retired. Rule: P5. */
export function retireProduct(
  { newest, isRetired }: ProductState,
  { productId }: RetireProduct,
  _context: Context,
): Result<Decision, Refusal> {
  if (!newest) return refuse({ type: 'product-unknown' })
  if (isRetired) return refuse({ type: 'product-retired' })
  return ok({
    type: 'product.retired',
    class: 'decision',
    entries: [],
    body: { productId },
    isReference: true,
  })
}
