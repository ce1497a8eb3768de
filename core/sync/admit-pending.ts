import type { Desk } from '../command/desk.ts'
import { executeJournalCommand } from '../command/execute.ts'
import { fromBase64url } from '../crypto/hash.ts'
import { logIdOf } from '../crypto/log-id.ts'
import { isInvitationProven } from '../enrolment/invitation.ts'
import type { Books } from '../storage/books.ts'
import { invitationRow } from '../storage/reference.ts'
import type { KnownServer } from './known-server.ts'
import type { PendingEnrolment } from './protocol.ts'

/**
 * Head office admits the devices that proved an invitation. It checks the proof itself against the invitation in its own
 * journal: the server only carried it, and could not have made one for a key of its own. A person here who may not admit
 * devices leaves them waiting for one who may. Returns the topics that changed. Rule: Y8.
 */
export function admitPending(
  books: Books,
  desk: Desk,
  { headOfficeKey }: Pick<KnownServer, 'headOfficeKey'>,
  pending: readonly PendingEnrolment[],
): readonly string[] {
  if (logIdOf(headOfficeKey) !== desk.log.logId) return []
  return pending.filter(enrolment => isProven(books, enrolment)).flatMap(enrolment => admit(books, desk, enrolment))
}

function isProven({ db }: Books, { log, publicKey, inviteId, proof }: PendingEnrolment): boolean {
  const invitation = invitationRow(db, inviteId)
  const key = fromBase64url(publicKey)
  if (!invitation || invitation.redeemedBy || logIdOf(key) !== log) return false
  return isInvitationProven(fromBase64url(invitation.codeKey), key, fromBase64url(proof))
}

function admit(books: Books, desk: Desk, { log, publicKey, inviteId }: PendingEnrolment): readonly string[] {
  const key = desk.environment.newId()
  const admitted = executeJournalCommand(books, desk, { type: 'device.admit', key, inviteId, log, publicKey })
  return admitted.ok ? admitted.value.topics : []
}
