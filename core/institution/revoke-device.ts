import type { Context } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { RevokeDevice } from './institution-commands.ts'
import type { KnownDevice } from './known-device.ts'

/**
 * Takes a device out of the institution: once the server has this record it refuses that log everything. What the log has recorded and
 * sent stays. Refuses device-is-head-office, device-already-revoked. Rule: Y32.
 */
export function revokeDevice(
  { isRevoked }: KnownDevice,
  { log }: RevokeDevice,
  { institution }: Context,
): Result<Decision, Refusal> {
  if (log === institution.headOfficeLog) return refuse({ type: 'device-is-head-office' })
  if (isRevoked) return refuse({ type: 'device-already-revoked' })
  return ok({ type: 'device.revoked', class: 'decision', entries: [], body: { log }, isReference: true })
}
