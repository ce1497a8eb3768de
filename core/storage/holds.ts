import type { Database } from 'better-sqlite3'
import { prepared } from './run.ts'
import type { HoldTable } from './tables/savings-tables.ts'

const byId = prepared<{ holdId: string }, HoldTable>((db, param) =>
  db.selectFrom('hold').selectAll().where('hold_id', '=', param('holdId')),
)
const activeOf = prepared<{ accountId: string }, HoldTable>((db, param) =>
  db
    .selectFrom('hold')
    .selectAll()
    .where('account_id', '=', param('accountId'))
    .where('resolved_position', 'is', null)
    .orderBy('placed_position', 'desc'),
)

export const holdById = (db: Database, holdId: string) => byId.get(db, { holdId }) ?? null
export const activeHolds = (db: Database, accountId: string) => activeOf.all(db, { accountId })
