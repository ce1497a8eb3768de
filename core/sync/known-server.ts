import type { Database } from 'better-sqlite3'
import { prepared, type Row } from '../storage/run.ts'
import type { SyncServerTable } from './tables.ts'

/** The server that this installation is connected to, pinned by its key, and how far the two have come. */
export type KnownServer = Omit<Row<SyncServerTable>, 'id'>

const read = prepared<Record<never, never>, SyncServerTable>(db => db.selectFrom('sync_server').selectAll())
const insert = prepared<
  { url: string; tenant: string; publicKey: Uint8Array; headOfficeKey: Uint8Array; counter: number },
  unknown
>((db, param) =>
  db.insertInto('sync_server').values({
    id: 1,
    url: param('url'),
    tenant: param('tenant'),
    public_key: param('publicKey'),
    head_office_key: param('headOfficeKey'),
    request_counter: param('counter'),
    acknowledged_seq: 0,
    last_contact_at: null,
    reference_current_at: null,
    frozen_evidence: null,
    is_revoked: 0,
  }),
)
const counter = prepared<{ counter: number }, unknown>((db, param) =>
  db.updateTable('sync_server').set({ request_counter: param('counter') }),
)
const acknowledged = prepared<{ seq: number }, unknown>((db, param) =>
  db.updateTable('sync_server').set({ acknowledged_seq: param('seq') }),
)
const contact = prepared<{ at: string }, unknown>((db, param) =>
  db.updateTable('sync_server').set({ last_contact_at: param('at') }),
)
const referenceCurrent = prepared<{ at: string }, unknown>((db, param) =>
  db.updateTable('sync_server').set({ reference_current_at: param('at') }),
)
const frozen = prepared<{ evidence: string }, unknown>((db, param) =>
  db.updateTable('sync_server').set({ frozen_evidence: param('evidence') }),
)

const revoked = prepared<Record<never, never>, unknown>(db => db.updateTable('sync_server').set({ is_revoked: 1 }))

export const knownServer = (db: Database): KnownServer | null => read.get(db, {}) ?? null

export const connectTo = (
  db: Database,
  server: { url: string; tenant: string; publicKey: Uint8Array; headOfficeKey: Uint8Array; counter: number },
): void => {
  insert.run(db, server)
}
export const setRequestCounter = (db: Database, value: number): void => void counter.run(db, { counter: value })
export const setAcknowledged = (db: Database, seq: number): void => void acknowledged.run(db, { seq })
export const setLastContact = (db: Database, at: string): void => void contact.run(db, { at })
export const setFrozen = (db: Database, evidence: string): void => void frozen.run(db, { evidence })
export const setRevoked = (db: Database): void => void revoked.run(db, {})

/**
 * Takes note that every stream was pulled to its signed head of the server's time `at`: what head office said of people until then is
 * known here. Without the reference stream among them it is not. A server whose clock was put right takes back what it said before it was.
 * Rules: Y27, Y42.
 */
export function keepCurrent(
  db: Database,
  { serverTime, streams }: { readonly serverTime: string; readonly streams: readonly { readonly stream: string }[] },
): void {
  if (streams.some(({ stream }) => stream === 'reference')) referenceCurrent.run(db, { at: serverTime })
}
