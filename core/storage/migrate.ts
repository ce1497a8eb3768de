import type { Database } from 'better-sqlite3'
import { guards } from './guards.ts'
import { projectionTables } from './schema.ts'
import { syncTables } from './sync-tables.ts'
import { auditTables } from './tables/audit-tables.ts'
import { journalTables } from './tables/journal-tables.ts'
import { localTables, paperTables } from './tables/local-tables.ts'

/** Forward only, one step a version, each in its own transaction. Version 1 is the house as first built. */
const steps: readonly string[] = [
  journalTables + projectionTables + localTables + auditTables + syncTables + guards,
  paperTables,
]

export const newestVersion = steps.length

export function migrate(db: Database): void {
  for (let version = Number(db.pragma('user_version', { simple: true })); version < newestVersion; version++) {
    db.transaction(() => {
      db.exec(steps[version] ?? '')
      db.pragma(`user_version = ${version + 1}`)
    }).immediate()
  }
}
