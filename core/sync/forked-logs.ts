import type { Database } from 'better-sqlite3'
import { prepared } from '../storage/run.ts'
import type { ForkedLog } from './protocol.ts'

const forget = prepared<Record<never, never>, unknown>(db => db.deleteFrom('forked_log'))
const insert = prepared<{ log: string; evidence: string; foundAt: string }, unknown>((db, param) =>
  db
    .insertInto('forked_log')
    .values({ log_id: param('log'), evidence: param('evidence'), found_at: param('foundAt') })
    .onConflict(conflict => conflict.doNothing()),
)

/** Keeps the logs that stand still because the server found two histories of them, as it says now: head office decides about them. */
export function keepForkedLogs(db: Database, forked: readonly ForkedLog[]): void {
  const keep = db.transaction(() => {
    forget.run(db, {})
    for (const log of forked) insert.run(db, log)
  })
  keep.immediate()
}
