import { addDays } from '../calendar/business-date.ts'
import type { Context } from '../decision/context.ts'
import { clockDate } from '../decision/days-of-context.ts'
import type { Decision } from '../decision/decision.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { InviteDevice } from './institution-commands.ts'

/** How many days an invitation may be redeemed. */
const invitationDays = 7

export interface InvitationState {
  readonly staffActive: boolean
  /** The branch of the new device; null when there is none such. */
  readonly branchId: string | null
  readonly deviceCode: string
  readonly invitation: string
  readonly codeKey: string
}

/**
 * Invites a person to open a further device of their branch, or of another. The text is shown once; the record holds only the proof's
 * key. Refuses staff-suspended, branch-unknown. Rules: Y7, G10.
 */
export function inviteDevice(
  { staffActive, branchId, deviceCode, invitation, codeKey }: InvitationState,
  { staffId }: InviteDevice,
  context: Context,
): Result<Decision, Refusal> {
  if (!staffActive) return refuse({ type: 'staff-suspended' })
  if (branchId === null) return refuse({ type: 'branch-unknown' })
  const expiresOn = addDays(clockDate(context), invitationDays)
  return ok({
    type: 'device.invited',
    class: 'decision',
    entries: [],
    body: {
      inviteId: context.newId(),
      codeKey,
      staffId,
      branchId,
      deviceCode,
      expiresOn,
    },
    revealed: { invitation },
    isReference: true,
  })
}
