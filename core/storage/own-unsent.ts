import type { Database } from 'better-sqlite3'
import { ownLogNo } from './records.ts'
import { prepared } from './run.ts'
import { acknowledgedSeq } from './sync-state.ts'

const unsentUpTo = prepared<{ logNo: number; after: number; lastDay: string; limit: number }, { seq: number }>(
  (db, param) =>
    db
      .selectFrom('record')
      .select('seq')
      .where('log_no', '=', param('logNo'))
      .where('seq', '>', param('after'))
      .where('business_date', '<=', param('lastDay'))
      .where('type', '<>', 'audit.sealed')
      .orderBy('seq')
      .limit(param('limit')),
)

/** More than so many make no difference to whom they are shown. */
const unsentCounted = 1000

/**
 * How many of this installation's records of the days up to one the server does not have, be it that there is no server. Batches of the
 * audit trail are nobody's operation. Rule: G13.
 */
export const ownUnsentUpTo = (db: Database, lastDay: string): number =>
  unsentUpTo.all(db, { logNo: ownLogNo(db), after: acknowledgedSeq(db), lastDay, limit: unsentCounted }).length
