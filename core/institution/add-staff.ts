import { present } from '../assert.ts'
import { mayManage } from '../authority/roles.ts'
import { utf8 } from '../crypto/hash.ts'
import type { Context } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import { minorUnitOf } from '../money/currency.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { AddStaff } from './institution-commands.ts'
import { grantHours, limitsOfRole } from './limits-template.ts'

/** The instant until which a grant given now lasts. */
export const grantEnd = (now: string): string => new Date(Date.parse(now) + grantHours * 3_600_000).toISOString()

/** Adds a person with the limits of their role; the engine has turned the passphrase into a key, of which the journal sees the public half. Refuses role-not-below-yours, branch-unknown, staff-code-taken. Rules: A6, A44. */
export function addStaff(
  { codeTaken, branchKnown }: { readonly codeTaken: boolean; readonly branchKnown: boolean },
  { code, name, role, branchId }: AddStaff,
  context: Context,
): Result<Decision, Refusal> {
  const { staffId, publicKey } = present(context.newcomer, 'the engine made the newcomer a key before asking')
  if (!mayManage(context.actor.role, role)) return refuse({ type: 'role-not-below-yours', role })
  if (!branchKnown) return refuse({ type: 'branch-unknown' })
  if (codeTaken) return refuse({ type: 'staff-code-taken', code })
  const limits = limitsOfRole(role, minorUnitOf(context.institution.currency))
  return ok({
    type: 'staff.added',
    class: 'decision',
    entries: [],
    body: {
      staffId,
      code,
      role,
      branchId,
      limits,
      publicKey,
      grantValidUntil: grantEnd(context.now),
    },
    blobs: [
      {
        name: 'staff-profile',
        subject: staffId,
        content: utf8(JSON.stringify({ name })),
      },
    ],
    isReference: true,
  })
}
