import type { Database, Statement } from 'better-sqlite3'

const statements = new WeakMap<Database, Statement>()

interface SyncState {
  readonly contact: string | null
  readonly acknowledged: number
}

function syncState(db: Database): SyncState | undefined {
  const known = statements.get(db)
  const statement =
    known ?? db.prepare('SELECT last_contact_at AS contact, acknowledged_seq AS acknowledged FROM sync_server')
  if (!known) statements.set(db, statement)
  return statement.get() as SyncState | undefined
}

/** When the server last answered, by this installation's clock; null while it never did. */
export const lastContactAt = (db: Database): string | null => syncState(db)?.contact ?? null

/** Up to which sequence number of the own log the server has given its receipt; 0 without a server. */
export const acknowledgedSeq = (db: Database): number => syncState(db)?.acknowledged ?? 0
