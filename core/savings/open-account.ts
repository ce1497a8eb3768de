import type { OpenDayContext } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import type { DepositProduct } from '../products/deposit-product.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result } from '../result.ts'
import type { OpenAccount } from './savings-commands.ts'

export interface OpeningState {
  readonly clientId: string
  readonly product: DepositProduct
  readonly number: string
}

/** Opens a savings account under the product's newest version. The log that opens it has custody, epoch 1. Rule: S7. */
export function openAccount(
  { clientId, product, number }: OpeningState,
  _command: OpenAccount,
  context: OpenDayContext,
): Result<Decision, Refusal> {
  const accountId = context.newId()
  return ok({
    type: 'savings.opened',
    class: 'decision',
    entries: [],
    body: {
      accountId,
      number,
      clientId,
      productId: product.productId,
      productVersion: product.version,
      controlAccount: product.controlAccount,
      currency: product.currency,
      custodian: context.device.logId,
    },
    custody: [{ account: accountId, epoch: 1 }],
    pins: { product: `${product.productId}@${product.version}` },
  })
}
