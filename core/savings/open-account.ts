import type { BusinessDate } from '../calendar/business-date.ts'
import { addMonths } from '../calendar/months.ts'
import type { OpenDayContext } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import type { DepositProduct } from '../products/deposit-product.ts'
import type { KycTier } from '../products/product-fields.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { OpenAccount } from './savings-commands.ts'

export interface OpeningState {
  /** The first is the client who opens; the others hold the account with them. */
  readonly holders: readonly { readonly clientId: string; readonly kycTier: KycTier }[]
  readonly product: DepositProduct
  readonly number: string
}

interface Agreed {
  readonly maturesOn?: BusinessDate
  readonly installmentMinor?: bigint
}

/**
 * Opens a savings account under the version of its product that holds today. The log that opens it has custody, epoch 1.
 * Refuses kyc-tier-too-low for any holder, then field-invalid for a term or an installment that is missing, out of bounds, or said of a
 * product that has none. Rules: S7, S15, S16, S17, K5.
 */
export function openAccount(
  { holders, product, number }: OpeningState,
  command: OpenAccount,
  context: OpenDayContext,
): Result<Decision, Refusal> {
  const low = holders.find(({ kycTier }) => kycTier < product.kycTier)
  if (low) return refuse({ type: 'kyc-tier-too-low', tier: low.kycTier, needed: product.kycTier })
  const [client, ...others] = holders.map(({ clientId }) => clientId)
  if (client && others.includes(client)) return fault('holders', 'repeated-holder')
  const agreed = agreedOn(product, command, context.businessDate)
  if (!agreed.ok) return agreed
  const accountId = context.newId()
  return ok({
    type: 'savings.opened',
    class: 'decision',
    entries: [],
    body: {
      accountId,
      number,
      clientId: client,
      productId: product.productId,
      productVersion: product.version,
      controlAccount: product.controlAccount,
      currency: product.currency,
      custodian: context.device.logId,
      ...agreed.value,
      ...(others.length > 0 ? { holders: others, signing: command.signing ?? 'any' } : {}),
    },
    custody: [{ account: accountId, epoch: 1 }],
    pins: { product: `${product.productId}@${product.version}` },
  })
}

const fault = (field: string, rule: string) => refuse({ type: 'field-invalid', field, rule } as const)

function agreedOn(
  product: DepositProduct,
  { termMonths, installmentMinor }: OpenAccount,
  today: BusinessDate,
): Result<Agreed, Refusal> {
  if (product.kind !== 'fixed' && product.kind !== 'recurring' && termMonths !== undefined)
    return fault('termMonths', 'not-allowed')
  if (product.kind !== 'recurring' && installmentMinor !== undefined) return fault('installmentMinor', 'not-allowed')
  if (product.kind !== 'fixed' && product.kind !== 'recurring') return ok({})
  const { monthsMin, monthsMax, monthsDefault } = product.term
  const months = termMonths ?? monthsDefault
  if (months < monthsMin) return fault('termMonths', 'below-minimum')
  if (months > monthsMax) return fault('termMonths', 'above-maximum')
  const maturesOn = addMonths(today, months)
  if (product.kind === 'fixed') return ok({ maturesOn })
  if (installmentMinor === undefined) return fault('installmentMinor', 'missing')
  if (installmentMinor < product.installment.minimumMinor) return fault('installmentMinor', 'below-minimum')
  return ok({ maturesOn, installmentMinor })
}
