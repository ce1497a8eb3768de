import type { Database } from 'better-sqlite3'

const statements = new WeakMap<Database, { get: () => unknown }>()

/** When the server last answered, by this installation's clock; null while it never did. */
export function lastContactAt(db: Database): string | null {
  let statement = statements.get(db)
  if (!statement) {
    statement = db.prepare('SELECT last_contact_at FROM sync_server').pluck()
    statements.set(db, statement)
  }
  const value = statement.get()
  return typeof value === 'string' ? value : null
}
