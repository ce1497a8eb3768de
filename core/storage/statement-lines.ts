import type { Database } from 'better-sqlite3'
import type { BusinessDate } from '../calendar/business-date.ts'
import { prepared } from './run.ts'

interface StatementLine {
  position: number
  type: string
  business_date: string
  value_date: string
  receipt: number | null
  amount_minor: bigint
}

const between = prepared<{ accountId: string; from: string; to: string }, StatementLine>((db, param) =>
  db
    .selectFrom('line')
    .innerJoin('record', 'record.position', 'line.position')
    .select([
      'line.position',
      'record.type',
      'record.business_date',
      'record.value_date',
      'record.receipt',
      'line.amount_minor',
    ])
    .where('line.sub_account', '=', param('accountId'))
    .where('record.business_date', '>=', param('from'))
    .where('record.business_date', '<=', param('to'))
    .orderBy('record.business_date')
    .orderBy('line.position')
    .orderBy('line.entry_no')
    .orderBy('line.line_no'),
)
const before = prepared<{ accountId: string; from: string }, { raw_minor: bigint }>((db, param) =>
  db
    .selectFrom('line')
    .innerJoin('record', 'record.position', 'line.position')
    .select(eb => eb.fn.coalesce(eb.fn.sum<bigint>('line.amount_minor'), eb.val(0n)).as('raw_minor'))
    .where('line.sub_account', '=', param('accountId'))
    .where('record.business_date', '<', param('from')),
)

/** A sub-account's lines booked from `from` to `to`, both inclusive, oldest first; debits positive. */
export const linesBetween = (
  db: Database,
  range: { readonly accountId: string; readonly from: BusinessDate; readonly to: BusinessDate },
) => between.all(db, range)

/** A sub-account's balance (debits minus credits) at the start of a day. */
export const rawBalanceBefore = (
  db: Database,
  range: { readonly accountId: string; readonly from: BusinessDate },
): bigint => before.get(db, range)?.rawMinor ?? 0n
