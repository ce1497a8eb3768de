import type { Database } from 'better-sqlite3'
import { type BusinessDate, businessDate } from '../calendar/business-date.ts'
import type { LinePlace } from '../journal/line-place.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { reversalOf, reversedOf, reversedTypeOf } from '../storage/corrections.ts'
import { loadSavingsAccount } from '../storage/savings-accounts.ts'
import { type BalancedLine, linesBefore } from '../storage/statement-lines.ts'
import type { StatementAnswer, StatementRow } from './savings-answers.ts'

export interface StatementPage {
  readonly accountId: string
  readonly from?: BusinessDate | undefined
  readonly to?: BusinessDate | undefined
  readonly before?: LinePlace | undefined
  readonly limit: number
}

/**
 * The account's lines by booking date, newest first, each with the balance after it; `next` is the place to ask `before` for the next
 * page. Each line stands on one page, however many one record has. Refuses `account-unknown`, then `statement-range`. Rule: Q4.
 */
export function statementAnswer(db: Database, asked: StatementPage): Result<StatementAnswer, Refusal> {
  const { accountId, from, to, before, limit } = asked
  if (!loadSavingsAccount(db, accountId, null)) return refuse({ type: 'account-unknown' })
  if (from && to && from > to) return refuse({ type: 'statement-range', from, to })
  const lines = linesBefore(db, { accountId, from, to }, { before, limit: limit + 1 })
  const shown = lines.slice(0, limit)
  const last = shown.at(-1)
  return ok({
    rows: shown.map(line => statementRow(db, line)),
    ...(lines.length > limit && last ? { next: last.place } : {}),
  })
}

function statementRow(db: Database, line: BalancedLine): StatementRow {
  const reversedBy = reversalOf(db, line.position)
  const reverses = line.type === 'operation.reversed' ? reversedOf(db, line.position) : null
  const reversedType = reverses && reversedTypeOf(db, line.position)
  return {
    place: line.place,
    record: { log: line.logId, seq: line.seq },
    type: line.type,
    description: line.description,
    bookingDate: businessDate(line.bookingDate),
    valueDate: businessDate(line.valueDate),
    recordedAt: line.recordedAt,
    amountMinor: -line.amountMinor,
    balanceMinor: -line.rawBalanceMinor,
    ...(line.receipt === null ? {} : { receipt: line.receipt }),
    ...(reversedBy ? { reversedBy } : {}),
    ...(reverses ? { reverses } : {}),
    ...(reversedType ? { reversedType } : {}),
  }
}
