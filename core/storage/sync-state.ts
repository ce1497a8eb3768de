import type { Database, Statement } from 'better-sqlite3'

const statements = new WeakMap<Database, Statement>()

interface SyncState {
  readonly current: string | null
  readonly acknowledged: number
  readonly frozen: string | null
  readonly revoked: number
}

function syncState(db: Database): SyncState | undefined {
  const known = statements.get(db)
  const statement =
    known ??
    db.prepare(
      'SELECT reference_current_at AS current, acknowledged_seq AS acknowledged, frozen_evidence AS frozen, is_revoked AS revoked FROM sync_server',
    )
  if (!known) statements.set(db, statement)
  return statement.get() as SyncState | undefined
}

/** Until when all that head office said is known here, by the server's signed time; null before the first complete pull. Rule: Y27. */
export const referenceCurrentAt = (db: Database): string | null => syncState(db)?.current ?? null

/** Up to which sequence number of the own log the server has given its receipt; 0 without a server. */
export const acknowledgedSeq = (db: Database): number => syncState(db)?.acknowledged ?? 0

/** True once head office has taken this device out of the institution. Rule: Y32. */
export const isLogRevoked = (db: Database): boolean => syncState(db)?.revoked === 1

/** True once the server holds another history of the own log: nothing may be added to this one. */
export const isLogFrozen = (db: Database): boolean => (syncState(db)?.frozen ?? null) !== null
