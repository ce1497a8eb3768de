import { base64url, fromBase64url, sameBytes } from '../core/crypto/hash.ts'
import { logIdOf } from '../core/crypto/log-id.ts'
import { isInvitationProven, isServerCertified } from '../core/enrolment/invitation.ts'
import { ok, type Result, refuse } from '../core/result.ts'
import type { EnrolAnswer, EnrolRequest, WireRefusal } from '../core/sync/protocol.ts'
import { foundingKey, type Invitation, invitationOf, redeemInvitation } from './storage/enrolments.ts'
import { enrolDevice, enrolHeadOffice, enrolledLog, headOfficeOf, logCount, type NewLog } from './storage/logs.ts'
import { streamNames } from './storage/streams.ts'
import type { TenantContext } from './tenant-context.ts'

type Enrolled = Result<EnrolAnswer, WireRefusal>

/**
 * Enrols a log whose owner proves to hold the founding code or an invitation. A code is good for one log; the same log that
 * asks again gets the same answer, because its first answer may have been lost.
 * Refuses: not-authenticated (no proof), enrolment-refused (unknown, used, expired). Rule: Y6, Y7.
 */
export function enrol(context: TenantContext, request: EnrolRequest, counter: number): Enrolled {
  const publicKey = fromBase64url(request.publicKey)
  const codeKey = fromBase64url(request.codeKey)
  const proof = fromBase64url(request.proof)
  if (!isInvitationProven(codeKey, publicKey, proof)) return refuse({ type: 'not-authenticated' })
  const log: NewLog = { logId: logIdOf(publicKey), publicKey, proof, counter, at: context.environment.now() }
  const { db } = context.tenant
  const enrolled = db.transaction((): Enrolled => {
    const invitation = invitationOf(db, codeKey)
    if (invitation) return join(context, log, invitation)
    const founding = foundingKey(db)
    if (!founding || !sameBytes(founding, codeKey)) return refuse({ type: 'enrolment-refused', reason: 'unknown' })
    return found(context, log, request)
  })
  return enrolled.immediate()
}

function found(context: TenantContext, log: NewLog, { certificate }: EnrolRequest): Enrolled {
  const { db } = context.tenant
  if (headOfficeOf(db)?.publicKey && enrolledLog(db, log.logId)?.isHeadOffice) return answer(context, log.logId)
  if (logCount(db) > 0) return refuse({ type: 'enrolment-refused', reason: 'used' })
  const certified = certificate ? fromBase64url(certificate) : new Uint8Array()
  if (!isServerCertified(log.publicKey, context.server.publicKey, certified))
    return refuse({ type: 'not-authenticated' })
  enrolHeadOffice(db, log, certified)
  return answer(context, log.logId)
}

function join(context: TenantContext, log: NewLog, { inviteId, branchId, expiresOn, usedBy }: Invitation): Enrolled {
  const { db } = context.tenant
  if (usedBy === log.logId) return answer(context, log.logId)
  if (usedBy) return refuse({ type: 'enrolment-refused', reason: 'used' })
  if (context.environment.now().slice(0, 10) > expiresOn)
    return refuse({ type: 'enrolment-refused', reason: 'expired' })
  if (enrolledLog(db, log.logId)) return refuse({ type: 'enrolment-refused', reason: 'used' })
  redeemInvitation(db, inviteId, log.logId)
  enrolDevice(db, log, inviteId, ['reference', `branch/${branchId}`])
  return answer(context, log.logId)
}

function answer({ tenant, server }: TenantContext, logId: string): Enrolled {
  const headOffice = headOfficeOf(tenant.db)
  const log = enrolledLog(tenant.db, logId)
  if (!headOffice || !log) return refuse({ type: 'enrolment-refused', reason: 'unknown' })
  const streams = log.streams === '*' ? streamNames(tenant.db) : log.streams
  const { publicKey, certificate } = headOffice
  if (!isServerCertified(publicKey, server.publicKey, certificate)) return refuse({ type: 'server-failed' })
  return ok({
    v: 1,
    log: logId,
    headOfficeKey: base64url(publicKey),
    certificate: base64url(certificate),
    streams: [...streams],
  })
}
