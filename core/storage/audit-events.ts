import type { Database } from 'better-sqlite3'
import { assert } from '../assert.ts'
import { type AuditEvent, auditEventSchema, auditGenesis, auditHash, auditSealed } from '../audit/audit-event.ts'
import { decodeRecord } from '../journal/decode-record.ts'
import { prepared, type Row } from './run.ts'
import type { AuditTables } from './tables/audit-tables.ts'

type Stored = AuditTables['audit_event']

const insert = prepared<{ readonly [K in keyof Stored]: Stored[K] }, unknown>((db, param) =>
  db.insertInto('audit_event').values({
    n: param('n'),
    at: param('at'),
    staff_id: param('staff_id'),
    kind: param('kind'),
    what: param('what'),
    refusal: param('refusal'),
    subject: param('subject'),
    times: param('times'),
    hash: param('hash'),
  }),
)
const unsealed = prepared<{ before: number; limit: number }, Stored>((db, param) =>
  db.selectFrom('audit_event').selectAll().where('n', '<', param('before')).orderBy('n', 'desc').limit(param('limit')),
)
const newest = prepared<Record<never, never>, { n: number; hash: Uint8Array }>(db =>
  db.selectFrom('audit_event').select(['n', 'hash']).orderBy('n', 'desc').limit(1),
)
const sealedHead = prepared<Record<never, never>, { last_n: number; head: Uint8Array }>(db =>
  db
    .selectFrom('audit_seal')
    .select(['last_n', 'head'])
    .where('log_no', '=', eb => eb.selectFrom('log').select('log_no').where('own', '=', 1))
    .orderBy('seq', 'desc')
    .limit(1),
)
const sealsAfter = prepared<{ logNo: number; seq: number }, { count: number }>((db, param) =>
  db
    .selectFrom('audit_seal')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('log_no', '=', param('logNo'))
    .where('seq', '>', param('seq')),
)
const forget = prepared<{ last: number }, unknown>((db, param) =>
  db.deleteFrom('audit_event').where('n', '<=', param('last')),
)
const bytesAt = prepared<{ position: number }, { bytes: Uint8Array }>((db, param) =>
  db.selectFrom('record').select('bytes').where('position', '=', param('position')),
)

/** An event with its place in the chain. */
export interface ChainedEvent {
  readonly event: AuditEvent
  readonly hash: Uint8Array
}

/** How far a chain of events has come. */
export interface AuditHead {
  readonly n: number
  readonly hash: Uint8Array
}

const chained = (row: Row<Stored>): ChainedEvent => ({
  event: {
    n: row.n,
    at: row.at,
    ...(row.staffId === null ? {} : { staff: row.staffId }),
    kind: row.kind,
    ...(row.what === null ? {} : { what: row.what }),
    ...(row.refusal === null ? {} : { refusal: row.refusal }),
    ...(row.subject === null ? {} : { subject: row.subject }),
    times: row.times,
  },
  hash: row.hash,
})

/** Up to where the events of the own log are in the journal. */
export const sealedAuditHead = (db: Database): AuditHead => {
  const sealed = sealedHead.get(db, {})
  return sealed ? { n: sealed.lastN, hash: sealed.head } : { n: 0, hash: auditGenesis }
}

/** Adds an event to the chain; the caller holds the transaction. Returns its number. */
export function appendAuditEvent(db: Database, said: Omit<AuditEvent, 'n'>): number {
  const head = newest.get(db, {}) ?? sealedAuditHead(db)
  const event = { ...said, n: head.n + 1 }
  assert(auditEventSchema.safeParse(event).success, 'an event can be sealed as it is kept')
  insert.run(db, {
    n: event.n,
    at: event.at,
    staff_id: event.staff ?? null,
    kind: event.kind,
    what: event.what ?? null,
    refusal: event.refusal ?? null,
    subject: event.subject ?? null,
    times: event.times,
    hash: auditHash(head.hash, event),
  })
  return event.n
}

/** Events that are not in the journal yet, newest first, at most `limit`. */
export const unsealedEvents = (
  db: Database,
  { before = Number.MAX_SAFE_INTEGER, limit = Number.MAX_SAFE_INTEGER }: { before?: number; limit?: number } = {},
): readonly ChainedEvent[] => unsealed.all(db, { before, limit }).map(chained)

/** Takes away what a sealed record holds; the database refuses anything else. */
export const forgetSealedEvents = (db: Database, last: number): void => {
  forget.run(db, { last })
}

/** How many of a log's records after a number are batches of events. */
export const sealedBatchesAfter = (db: Database, logNo: number, seq: number): number =>
  sealsAfter.get(db, { logNo, seq })?.count ?? 0

/** The events that a sealed record holds, oldest first; null for a record that is no such one. */
export function eventsSealedAt(db: Database, position: number): readonly AuditEvent[] | null {
  const bytes = bytesAt.get(db, { position })?.bytes
  const record = bytes && decodeRecord(bytes)
  if (!record?.ok) return null
  const sealed = auditSealed.safeParse(record.value.body)
  return sealed.success ? sealed.data.events : null
}
