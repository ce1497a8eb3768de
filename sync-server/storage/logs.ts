import type { Database } from 'better-sqlite3'
import { statement } from './statement.ts'

/** An enrolled log. `streams` is `*` for head office, else the names that this device may pull. */
export interface EnrolledLog {
  readonly logId: string
  readonly publicKey: Uint8Array
  readonly isHeadOffice: boolean
  readonly isAdmitted: boolean
  readonly streams: '*' | readonly string[]
  readonly requestCounter: number
  readonly frozenBy: string | null
  readonly isRevoked: boolean
}

interface LogRow {
  log_id: string
  public_key: Uint8Array
  is_head_office: number
  is_admitted: number
  streams: string
  request_counter: number
  frozen_by: string | null
  revoked_at: string | null
}

const byId = statement<{ logId: string }, LogRow>('SELECT * FROM log WHERE log_id = @logId')
const headOffice = statement<Record<never, never>, { public_key: Uint8Array; certificate: Uint8Array }>(
  'SELECT public_key, certificate FROM log WHERE is_head_office = 1',
)
const count = statement<Record<never, never>, { logs: number }>('SELECT count(*) AS logs FROM log')
const useCounter = statement<{ logId: string; counter: number }>(
  'UPDATE log SET request_counter = @counter WHERE log_id = @logId AND request_counter < @counter',
)
const insert = statement<{
  logId: string
  publicKey: Uint8Array
  isHeadOffice: number
  certificate: Uint8Array | null
  inviteId: string | null
  proof: Uint8Array
  streams: string
  counter: number
  at: string
}>(
  `INSERT INTO log (log_id, public_key, is_head_office, certificate, invite_id, proof, streams, is_admitted, request_counter, enrolled_at)
   VALUES (@logId, @publicKey, @isHeadOffice, @certificate, @inviteId, @proof, @streams, @isHeadOffice, @counter, @at)`,
)
const admit = statement<{ logId: string }>('UPDATE log SET is_admitted = 1 WHERE log_id = @logId AND is_admitted = 0')
const freeze = statement<{ logId: string; evidence: string }>(
  'UPDATE log SET frozen_by = @evidence WHERE log_id = @logId',
)
const revoke = statement<{ logId: string; at: string }>(
  'UPDATE log SET revoked_at = @at WHERE log_id = @logId AND revoked_at IS NULL AND is_head_office = 0',
)
const pending = statement<
  Record<never, never>,
  { log_id: string; public_key: Uint8Array; invite_id: string; proof: Uint8Array }
>(
  'SELECT log_id, public_key, invite_id, proof FROM log WHERE is_admitted = 0 AND revoked_at IS NULL ORDER BY enrolled_at LIMIT 100',
)

export function enrolledLog(db: Database, logId: string): EnrolledLog | null {
  const row = byId.get(db, { logId })
  if (!row) return null
  return {
    logId,
    publicKey: row.public_key,
    isHeadOffice: row.is_head_office === 1,
    isAdmitted: row.is_admitted === 1,
    streams: row.streams === '*' ? '*' : row.streams.split(' '),
    requestCounter: row.request_counter,
    frozenBy: row.frozen_by,
    isRevoked: row.revoked_at !== null,
  }
}

export interface NewLog {
  readonly logId: string
  readonly publicKey: Uint8Array
  readonly proof: Uint8Array
  readonly counter: number
  readonly at: string
}

/** Enrols the institution's first log: it is head office, needs no admission and may pull everything. */
export const enrolHeadOffice = (db: Database, log: NewLog, certificate: Uint8Array): void => {
  insert.run(db, { ...log, isHeadOffice: 1, certificate, inviteId: null, streams: '*' })
}

export const enrolDevice = (db: Database, log: NewLog, inviteId: string, streams: readonly string[]): void => {
  insert.run(db, { ...log, isHeadOffice: 0, certificate: null, inviteId, streams: streams.join(' ') })
}

export function headOfficeOf(
  db: Database,
): { readonly publicKey: Uint8Array; readonly certificate: Uint8Array } | null {
  const row = headOffice.get(db, {})
  return row ? { publicKey: row.public_key, certificate: row.certificate } : null
}

export const logCount = (db: Database): number => count.get(db, {})?.logs ?? 0

/** True when the counter was still unused; from then on it and all below it are used. */
export const takeCounter = (db: Database, logId: string, counter: number): boolean =>
  useCounter.run(db, { logId, counter }).changes === 1

/** True when the log was waiting for it. */
export const admitLog = (db: Database, logId: string): boolean => admit.run(db, { logId }).changes === 1
export const freezeLog = (db: Database, logId: string, evidence: string): void => {
  freeze.run(db, { logId, evidence })
}

/** From here on the log takes and is given nothing more. Head office's own cannot be revoked. */
export const revokeLog = (db: Database, logId: string, at: string): void => {
  revoke.run(db, { logId, at })
}

export const pendingLogs = (db: Database) =>
  pending
    .all(db, {})
    .map(row => ({ logId: row.log_id, publicKey: row.public_key, inviteId: row.invite_id, proof: row.proof }))
