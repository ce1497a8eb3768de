import { addDays, businessDate } from '../calendar/business-date.ts'
import type { Context } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { InviteDevice } from './institution-commands.ts'

/** How many days an invitation may be redeemed. */
const invitationDays = 7

export interface InvitationState {
  readonly staffActive: boolean
  readonly deviceCode: string
  readonly invitation: string
  readonly codeKey: string
}

/** Invites a person to open a further device of this branch. The text is shown once; the record holds only the proof's key. Rule: Y7. */
export function inviteDevice(
  { staffActive, deviceCode, invitation, codeKey }: InvitationState,
  { staffId }: InviteDevice,
  context: Context,
): Result<Decision, Refusal> {
  if (!staffActive) return refuse({ type: 'staff-suspended' })
  const expiresOn = addDays(businessDate(context.now.slice(0, 10)), invitationDays)
  return ok({
    type: 'device.invited',
    class: 'decision',
    entries: [],
    body: {
      inviteId: context.newId(),
      codeKey,
      staffId,
      branchId: context.branch.branchId,
      deviceCode,
      expiresOn,
    },
    revealed: { invitation },
    isReference: true,
  })
}
