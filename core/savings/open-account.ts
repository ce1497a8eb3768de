import type { CommandOf } from '../command/command.ts'
import type { OpenDayContext } from '../command/context.ts'
import type { Decision } from '../command/decision.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result } from '../result.ts'
import type { SavingsProduct } from './savings-product.ts'

export interface OpeningState {
  readonly clientId: string
  readonly product: SavingsProduct
  readonly number: string
}

/** Opens a savings account under the product's newest version. The log that opens it has custody, epoch 1. Rule: S7. */
export function openAccount(
  { clientId, product, number }: OpeningState,
  _command: CommandOf<'savings.open'>,
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
