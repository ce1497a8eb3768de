import type { Database } from 'better-sqlite3'
import { ownLogNo } from './records.ts'
import { prepared } from './run.ts'
import { syncState } from './sync-state.ts'

const unsentUpTo = prepared<{ logNo: number; after: number; lastDay: string }, { count: number }>((db, param) =>
  db
    .selectFrom('record')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('log_no', '=', param('logNo'))
    .where('seq', '>', param('after'))
    .where('business_date', '<=', param('lastDay'))
    .where('type', '<>', 'audit.sealed'),
)

/**
 * How many of this installation's records of the days up to one the server does not have yet; none where there is no server. Batches of
 * the audit trail are nobody's operation. Rule: G13.
 */
export function ownUnsentUpTo(db: Database, lastDay: string): number {
  const server = syncState(db)
  if (!server) return 0
  return unsentUpTo.get(db, { logNo: ownLogNo(db), after: server.acknowledged, lastDay })?.count ?? 0
}
