import type { Context } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { SeizeCustody } from './institution-commands.ts'
import type { KnownDevice } from './known-device.ts'

export interface SeizureState {
  readonly from: KnownDevice
  readonly to: KnownDevice
  /** Whether all that the revoked log sent before the server heard of the revocation is here. */
  readonly isSettled: boolean
}

/**
 * Gives everything that a revoked device kept to another of its branch, in the next epoch: its accounts, and the drawers that it left
 * open. Only when nothing more can come from the revoked log, so that no two devices ever keep one account at a time.
 * Refuses device-not-revoked, device-already-replaced, device-already-revoked (the new one), device-of-other-branch, revocation-not-settled. Rule: Y34.
 */
export function seizeCustody(
  { from, to, isSettled }: SeizureState,
  _command: SeizeCustody,
  _context: Context,
): Result<Decision, Refusal> {
  if (!from.isRevoked) return refuse({ type: 'device-not-revoked' })
  if (from.successor) return refuse({ type: 'device-already-replaced' })
  if (to.isRevoked) return refuse({ type: 'device-already-revoked' })
  if (to.branchId !== from.branchId) return refuse({ type: 'device-of-other-branch' })
  if (!isSettled) return refuse({ type: 'revocation-not-settled' })
  return ok({
    type: 'custody.seized',
    class: 'decision',
    entries: [],
    body: { from: from.log, to: to.log },
    isReference: true,
  })
}
