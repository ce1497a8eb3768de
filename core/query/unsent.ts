import type { Database } from 'better-sqlite3'
import { headOf, ownLogNo } from '../storage/records.ts'
import { prepared } from '../storage/run.ts'
import { acknowledgedSeq } from '../storage/sync-state.ts'
import type { UnsentAnswer } from './answers.ts'

const unsent = prepared<{ logNo: number; after: number }, { oldest: string | null }>((db, param) =>
  db
    .selectFrom('record')
    .select('recorded_at as oldest')
    .where('log_no', '=', param('logNo'))
    .where('seq', '>', param('after'))
    .orderBy('seq')
    .limit(1),
)
const unsentTurnover = prepared<{ logNo: number; after: number }, { amount_minor: bigint }>((db, param) =>
  db
    .selectFrom('record')
    .innerJoin('line', 'line.position', 'record.position')
    .innerJoin('institution', 'institution.currency', 'line.currency')
    .select(eb => eb.fn.coalesce(eb.fn.sum<bigint>('line.amount_minor'), eb.val(0n)).as('amount_minor'))
    .where('record.log_no', '=', param('logNo'))
    .where('record.seq', '>', param('after'))
    .where('line.amount_minor', '>', 0n),
)

/** What the server has not acknowledged: how many records, how much money they move (their debits in
 * the institution's currency), and since when. */
export function unsentAnswer(db: Database): UnsentAnswer {
  const logNo = ownLogNo(db)
  const after = acknowledgedSeq(db)
  const oldest = unsent.get(db, { logNo, after })?.oldest
  return {
    count: (headOf(db, logNo)?.seq ?? 0) - after,
    amountMinor: unsentTurnover.get(db, { logNo, after })?.amountMinor ?? 0n,
    ...(oldest ? { oldestRecordedAt: oldest } : {}),
  }
}
