import type { Database } from 'better-sqlite3'
import { present } from '../assert.ts'
import type { OwnLog } from '../command/desk.ts'
import { base64url, fromBase64url } from '../crypto/hash.ts'
import { logIdOf } from '../crypto/log-id.ts'
import { keyFingerprint, readEnrolmentCode } from '../enrolment/enrolment-code.ts'
import { codeSigner, isServerCertified } from '../enrolment/invitation.ts'
import type { SyncRefusal } from '../refusals/sync-refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { Books } from '../storage/books.ts'
import { prepared } from '../storage/run.ts'
import { appendPulled } from './append-pulled.ts'
import { wantedBlobs } from './blobs-wanted.ts'
import { defaultTenant, enrolLog, enrolmentRefusal, firstLink, meetServer } from './enrol-here.ts'
import { connectTo, keepCurrent, knownServer } from './known-server.ts'
import { type Later, realLater } from './later.ts'
import { askJson, type Link } from './link.ts'
import { persevere } from './persevere.ts'
import { overviewSchema } from './protocol.ts'
import { type ApplyPulled, pull } from './pull.ts'
import { pullBlobs } from './pull-blobs.ts'
import { serverLink } from './server-link.ts'
import type { SyncProblem } from './sync-problem.ts'
import type { OpenTransport } from './transport.ts'

export interface Joining {
  /** New and empty, but for what an interrupted attempt with the same log has left. */
  readonly books: Books
  readonly log: OwnLog
  readonly open: OpenTransport
  readonly serverUrl: string
  readonly invitation: string
  readonly now: () => string
  readonly signal: AbortSignal
  readonly later?: Later
}

/** For whom and as what head office invited this device; `openLog` needs it for the first record of the new log. */
export interface Joined {
  readonly institutionId: string
  readonly staffId: string
  readonly branchId: string
  readonly deviceCode: string
}

const invitationByCode = prepared<
  { codeKey: string },
  { institution_id: string; staff_id: string; branch_id: string; device_code: string }
>((db, param) =>
  db
    .selectFrom('invitation')
    .innerJoin('institution', join => join.onTrue())
    .select(['institution_id', 'staff_id', 'branch_id', 'device_code'])
    .where('code_key', '=', param('codeKey')),
)

/**
 * Joins an institution: proves the invitation, makes sure that head office (whose fingerprint stands in it) vouches for the
 * server, and builds the new installation's books from the streams that it serves. After any failure it may be tried again with
 * the same log and invitation. Refuses as `connectHeadOffice`. Rule: Y7.
 */
export async function joinInstitution(joining: Joining): Promise<Result<Joined, SyncRefusal>> {
  const { books, log, signal } = joining
  const read = readEnrolmentCode(joining.invitation)
  if (!read) return refuse({ type: 'invitation-refused', reason: 'unknown' })
  const code = codeSigner(read)
  if (!knownServer(books.db)) {
    const enrolled = await enrol(joining, read.fingerprint, code)
    if (!enrolled.ok) return enrolled
  }
  const opened = joining.open(joining.serverUrl)
  if (!opened.ok) return opened
  const link = serverLink(books.db, { transport: opened.value, log, signal, now: joining.now })
  const pulled = await pullAll(books, link, joining)
  if (!pulled.ok) return pulled
  const invited = invitationByCode.get(books.db, { codeKey: base64url(code.publicKey) })
  return invited ? ok(invited) : refuse({ type: 'server-unreachable' })
}

async function enrol(
  { books, log, open, serverUrl, signal, later = realLater }: Joining,
  fingerprint: string,
  code: ReturnType<typeof codeSigner>,
): Promise<Result<null, SyncRefusal>> {
  const met = await meetServer(open, serverUrl, signal)
  if (!met.ok) return met
  const link = firstLink(met.value, log, signal)
  const enrolled = await persevere(
    () => enrolLog(link, code),
    () => 0,
    later,
  )
  if (!enrolled.ok) return refuse(enrolmentRefusal(enrolled.refusal))
  const headOfficeKey = fromBase64url(enrolled.value.headOfficeKey)
  const { serverKey } = met.value
  const isVouchedFor =
    enrolled.value.log === logIdOf(log.signer.publicKey) &&
    keyFingerprint(headOfficeKey) === fingerprint &&
    isServerCertified(headOfficeKey, serverKey, fromBase64url(enrolled.value.certificate))
  if (!isVouchedFor) return refuse({ type: 'invitation-refused', reason: 'wrong-institution' })
  connectTo(books.db, {
    url: serverUrl,
    tenant: defaultTenant,
    publicKey: serverKey,
    headOfficeKey,
    counter: link.counter.read(),
  })
  return ok(null)
}

const progress = prepared<Record<never, never>, { reached: number | null }>(db =>
  db.selectFrom('stream_cursor').select(eb => eb.fn.sum<number | null>('n').as('reached')),
)

/** Pulls until nothing is missing; a line that is cut again and again only makes it take longer. */
async function pullAll(
  { db }: Books,
  link: Link,
  { now, later = realLater }: Joining,
): Promise<Result<null, SyncRefusal>> {
  const pulled = await persevere(
    () => pullOnce(db, link, now),
    () => (progress.get(db, {})?.reached ?? 0) - wantedBlobs(db).length,
    later,
  )
  return pulled.ok ? ok(null) : refuse({ type: 'server-unreachable' })
}

async function pullOnce(db: Database, link: Link, now: Joining['now']): Promise<Result<null, SyncProblem>> {
  const server = present(knownServer(db), 'an enrolled installation knows its server')
  const overview = await askJson(link, { method: 'GET', path: '/v1/streams' }, overviewSchema)
  if (!overview.ok) return overview
  const apply: ApplyPulled = items => appendPulled(db, items, now())
  const pulled = await pull({ db, link, server, apply, onApplied: () => undefined }, overview.value.streams)
  if (!pulled.ok) return pulled
  keepCurrent(db, overview.value)
  const blobs = await pullBlobs(db, link, () => undefined)
  return blobs.ok ? ok(null) : blobs
}
