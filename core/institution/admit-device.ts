import type { Context } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { AdmitDevice } from './institution-commands.ts'

export interface AdmissionState {
  readonly invitation: {
    readonly deviceCode: string
    readonly redeemedBy: string | null
  }
}

/** Admits a device that proved an invitation: from this record on, every device takes records of its log. Rule: Y8. */
export function admitDevice(
  { invitation }: AdmissionState,
  { inviteId, log, publicKey }: AdmitDevice,
  _context: Context,
): Result<Decision, Refusal> {
  if (invitation.redeemedBy) return refuse({ type: 'invitation-refused', reason: 'used' })
  return ok({
    type: 'device.admitted',
    class: 'decision',
    entries: [],
    body: { log, publicKey, deviceCode: invitation.deviceCode, inviteId },
    isReference: true,
  })
}
