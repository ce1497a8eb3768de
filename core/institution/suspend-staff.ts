import type { CommandOf } from '../command/command.ts'
import type { Context } from '../command/context.ts'
import type { Decision } from '../command/decision.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'

/** Takes a person's grant away. Refuses staff-unknown, staff-suspended, and suspending oneself. Rule: A7. */
export function suspendStaff(
  { status }: { readonly status: string },
  { staffId }: CommandOf<'staff.suspend'>,
  context: Context,
): Result<Decision, Refusal> {
  if (status === 'suspended') return refuse({ type: 'staff-suspended' })
  if (staffId === context.actor.staffId) return refuse({ type: 'own-request' })
  return ok({
    type: 'staff.suspended',
    class: 'decision',
    entries: [],
    body: { staffId },
    isReference: true,
  })
}
