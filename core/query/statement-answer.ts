import type { Database } from 'better-sqlite3'
import { type BusinessDate, businessDate } from '../calendar/business-date.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { reversalOf, reversedOf } from '../storage/corrections.ts'
import { prepared, type Row } from '../storage/run.ts'
import { loadSavingsAccount } from '../storage/savings-accounts.ts'
import type { StatementAnswer, StatementRow } from './answers.ts'

interface Line {
  position: number
  log_id: string
  seq: number
  type: string
  business_date: string
  value_date: string
  recorded_at: string
  receipt: number | null
  amount_minor: bigint
  balance_minor: bigint | null
}

const page = prepared<{ accountId: string; before: number; from: string; to: string; limit: number }, Line>(
  (db, param) =>
    db
      .selectFrom('line')
      .innerJoin('record', 'record.position', 'line.position')
      .innerJoin('log', 'log.log_no', 'record.log_no')
      .select([
        'line.position',
        'log.log_id',
        'record.seq',
        'record.type',
        'record.business_date',
        'record.value_date',
        'record.recorded_at',
        'record.receipt',
        'line.amount_minor',
        'line.balance_minor',
      ])
      .where('line.sub_account', '=', param('accountId'))
      .where('line.position', '<', param('before'))
      .where('record.business_date', '>=', param('from'))
      .where('record.business_date', '<=', param('to'))
      .orderBy('line.position', 'desc')
      .orderBy('line.entry_no', 'desc')
      .orderBy('line.line_no', 'desc')
      .limit(param('limit') as never),
)

export interface StatementRange {
  readonly accountId: string
  readonly from?: BusinessDate | undefined
  readonly to?: BusinessDate | undefined
  readonly before?: number | undefined
  readonly limit: number
}

/** The account's lines, newest first, with the balance after each; `next` is the position to ask `before` for the next page. */
export function statementAnswer(db: Database, range: StatementRange): Result<StatementAnswer, Refusal> {
  const { accountId, from, to, before, limit } = range
  if (!loadSavingsAccount(db, accountId, null)) return refuse({ type: 'account-unknown' })
  if (from && to && from > to) return refuse({ type: 'statement-range', from, to })
  const lines = page.all(db, {
    accountId,
    before: before ?? Number.MAX_SAFE_INTEGER,
    from: from ?? '',
    to: to ?? '9999',
    limit: limit + 1,
  })
  const rows = lines.slice(0, limit).map(line => statementRow(db, line))
  const last = rows.at(-1)
  return ok({ rows, ...(lines.length > limit && last ? { next: last.position } : {}) })
}

function statementRow(db: Database, line: Row<Line>): StatementRow {
  const reversedBy = reversalOf(db, line.position)
  const reverses = line.type === 'operation.reversed' ? reversedOf(db, line.position) : null
  return {
    position: line.position,
    record: { log: line.logId, seq: line.seq },
    type: line.type,
    description: line.type,
    bookingDate: businessDate(line.businessDate),
    valueDate: businessDate(line.valueDate),
    recordedAt: line.recordedAt,
    amountMinor: -line.amountMinor,
    balanceMinor: -(line.balanceMinor ?? 0n),
    ...(line.receipt === null ? {} : { receipt: line.receipt }),
    ...(reversedBy ? { reversedBy } : {}),
    ...(reverses ? { reverses } : {}),
  }
}
