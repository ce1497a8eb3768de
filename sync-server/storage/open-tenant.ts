import Sqlite, { type Database } from 'better-sqlite3'
import { assert } from '../../core/assert.ts'
import { laterSteps, tenantTables } from './schema.ts'

/** One institution: its name in requests and signatures, and its own database. */
export interface Tenant {
  readonly name: string
  readonly db: Database
}

/** Forward only, one step a version. */
const steps: readonly string[] = [tenantTables, ...laterSteps]

export function openTenant(name: string, file: string): Tenant {
  const db = new Sqlite(file)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  db.pragma('recursive_triggers = ON')
  db.pragma('trusted_schema = OFF')
  db.pragma('busy_timeout = 5000')
  assert(db.pragma('synchronous', { simple: true }) === 2, 'synchronous is FULL')
  const version = Number(db.pragma('user_version', { simple: true }))
  assert(version <= steps.length, 'the database is not newer than this program')
  steps.slice(version).forEach((step, at) => {
    db.transaction(() => {
      db.exec(step)
      db.pragma(`user_version = ${version + at + 1}`)
    }).immediate()
  })
  return { name, db }
}
