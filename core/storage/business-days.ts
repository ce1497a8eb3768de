import type { Database } from 'better-sqlite3'
import { prepared } from './run.ts'

const marks = prepared<{ logNo: number; date: string }, { closed_position: number | null }>((db, param) =>
  db
    .selectFrom('business_day')
    .select('closed_position')
    .where('log_no', '=', param('logNo'))
    .where('date', '=', param('date')),
)

/** Where in the file a log's day was closed, null while it is open; null altogether where the log opened no such day. */
export const dayMarks = (db: Database, logNo: number, date: string) => marks.get(db, { logNo, date }) ?? null
