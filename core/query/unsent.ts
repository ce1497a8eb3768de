import type { Database } from 'better-sqlite3'
import { sealedBatchesAfter } from '../storage/audit-events.ts'
import { turnoverAfter } from '../storage/log-turnover.ts'
import { headOf, ownLogNo } from '../storage/records.ts'
import { institutionRow } from '../storage/reference.ts'
import { prepared } from '../storage/run.ts'
import { acknowledgedSeq } from '../storage/sync-state.ts'
import type { UnsentAnswer } from './sync-answers.ts'

const unsent = prepared<{ logNo: number; after: number }, { oldest: string | null }>((db, param) =>
  db
    .selectFrom('record')
    .select('recorded_at as oldest')
    .where('log_no', '=', param('logNo'))
    .where('seq', '>', param('after'))
    .where('type', '<>', 'audit.sealed')
    .orderBy('seq')
    .limit(1),
)

/**
 * What the server has not acknowledged: how many operations, how much money they move (their debits in the institution's currency), and
 * since when. Batches of the audit trail are nobody's operation.
 */
export function unsentAnswer(db: Database): UnsentAnswer {
  const logNo = ownLogNo(db)
  const after = acknowledgedSeq(db)
  const oldest = unsent.get(db, { logNo, after })?.oldest
  const currency = institutionRow(db)?.currency
  return {
    count: (headOf(db, logNo)?.seq ?? 0) - after - sealedBatchesAfter(db, logNo, after),
    amountMinor: currency === undefined ? 0n : turnoverAfter(db, logNo, after, currency),
    ...(oldest ? { oldestRecordedAt: oldest } : {}),
  }
}
