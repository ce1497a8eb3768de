import type { OwnLog } from '../command/desk.ts'
import { fromBase64url, sameBytes } from '../crypto/hash.ts'
import { keyFingerprint, readEnrolmentCode } from '../enrolment/enrolment-code.ts'
import { codeSigner } from '../enrolment/invitation.ts'
import type { SyncRefusal } from '../refusals/sync-refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { Books } from '../storage/books.ts'
import { defaultTenant, enrolLog, enrolmentRefusal, firstLink, meetServer } from './enrol-here.ts'
import { connectTo, knownServer } from './known-server.ts'
import type { OpenTransport } from './transport.ts'

export interface Connecting {
  readonly books: Books
  readonly log: OwnLog
  readonly open: OpenTransport
  readonly serverUrl: string
  readonly code: string
  readonly signal: AbortSignal
}

/**
 * Connects the founding installation: its log becomes the institution's head-office log. The code's second part is the
 * fingerprint of the server's key, which is pinned from then on.
 * Refuses: already-connected, invitation-refused, server-address-insecure, server-unreachable. Rule: Y6.
 */
export async function connectHeadOffice({
  books,
  log,
  open,
  serverUrl,
  code,
  signal,
}: Connecting): Promise<Result<null, SyncRefusal>> {
  if (knownServer(books.db)) return refuse({ type: 'already-connected' })
  const read = readEnrolmentCode(code)
  if (!read) return refuse({ type: 'invitation-refused', reason: 'unknown' })
  const met = await meetServer(open, serverUrl, signal)
  if (!met.ok) return met
  if (keyFingerprint(met.value.serverKey) !== read.fingerprint)
    return refuse({ type: 'invitation-refused', reason: 'wrong-institution' })
  const link = firstLink(met.value, log, signal)
  const enrolled = await enrolLog(link, codeSigner(read))
  if (!enrolled.ok) return refuse(enrolmentRefusal(enrolled.refusal))
  const headOfficeKey = fromBase64url(enrolled.value.headOfficeKey)
  if (!sameBytes(headOfficeKey, log.signer.publicKey))
    return refuse({ type: 'invitation-refused', reason: 'wrong-institution' })
  if (knownServer(books.db)) return refuse({ type: 'already-connected' })
  const { serverKey } = met.value
  connectTo(books.db, {
    url: serverUrl,
    tenant: defaultTenant,
    publicKey: serverKey,
    headOfficeKey,
    counter: link.counter.read(),
  })
  return ok(null)
}
