import { present } from '../assert.ts'
import { mayManage } from '../authority/roles.ts'
import type { Context } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { Colleague } from './colleague.ts'
import type { SetPassphrase } from './institution-commands.ts'
import { staffKeyed } from './staff-keyed.ts'

/**
 * Gives a colleague a passphrase at this installation: the first one here, or one in place of a forgotten one. The engine has turned
 * it into a key, of which the journal sees the public half. Refuses staff-suspended, own-passphrase, role-not-below-yours.
 * Rule: A39.
 */
export function setPassphrase(
  { status, role }: Colleague,
  { staffId }: SetPassphrase,
  context: Context,
): Result<Decision, Refusal> {
  if (status === 'suspended') return refuse({ type: 'staff-suspended' })
  if (staffId === context.actor.staffId) return refuse({ type: 'own-passphrase' })
  if (!mayManage(context.actor.role, role)) return refuse({ type: 'role-not-below-yours', role })
  const { publicKey } = present(context.newcomer, 'the engine made the person a key before asking')
  return ok(staffKeyed({ staffId, publicKey }))
}
