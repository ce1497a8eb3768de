import { mayManage } from '../authority/roles.ts'
import type { Context } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { Colleague } from './colleague.ts'
import type { SuspendStaff } from './institution-commands.ts'

/** Takes a person's grant away. Refuses staff-unknown, staff-suspended, and suspending oneself. Rule: A7. */
export function suspendStaff(
  { status, role }: Colleague,
  { staffId }: SuspendStaff,
  context: Context,
): Result<Decision, Refusal> {
  if (status === 'suspended') return refuse({ type: 'staff-suspended' })
  if (staffId === context.actor.staffId) return refuse({ type: 'own-request' })
  if (!mayManage(context.actor.role, role)) return refuse({ type: 'role-not-below-yours', role })
  return ok({
    type: 'staff.suspended',
    class: 'decision',
    entries: [],
    body: { staffId },
    isReference: true,
  })
}
