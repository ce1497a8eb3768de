import type { Database } from 'better-sqlite3'
import { present } from '../assert.ts'
import { businessDate } from '../calendar/business-date.ts'
import type { Context } from '../decision/context.ts'
import type { EventOutcome, LoanLife } from '../loan-life/loan-life.ts'
import { adjustedBy } from '../loans/adjusted-by.ts'
import { lifeOf } from '../loans/life-of.ts'
import type { Loan } from '../loans/loan.ts'
import { termsOf } from '../loans/terms-of.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { reversalOf } from '../storage/corrections.ts'
import { loanEventsBefore, type PlacedLoanEntry } from '../storage/loan-history.ts'
import { loadLoan, loanRow } from '../storage/loans.ts'
import { recordByPosition } from '../storage/records.ts'
import { grantById } from '../storage/reference.ts'
import type { LoanHistoryAnswer, LoanHistoryRow } from './loan-answers.ts'
import type { Query } from './query.ts'

interface Told {
  readonly loan: Loan
  readonly outcomes: ReadonlyMap<string, EventOutcome>
}

/** What an event came to, as the loan is known now; of a reversal, which event it undid. */
function cameTo({ loan, outcomes }: Told, { entry }: PlacedLoanEntry): Partial<LoanHistoryRow> {
  const outcome = outcomes.get(entry.id)
  const undone = entry.type === 'reversed' ? loan.entries.find(({ id }) => id === entry.event) : undefined
  return {
    ...(outcome ? { portions: outcome.portions, principalAfterMinor: outcome.principalAfterMinor } : {}),
    ...(undone ? { undone } : {}),
  }
}

function historyRow(db: Database, told: Told, placed: PlacedLoanEntry, isFirst: boolean): LoanHistoryRow {
  const { place, position, entry } = placed
  const { record } = present(recordByPosition(db, position), 'an event of a loan stands in a record')
  const reversedBy = reversalOf(db, position)
  const adjusted = isFirst ? adjustedBy(told.loan.product, record.entries, told.loan.loanId) : null
  return {
    place,
    record: { log: record.log, seq: record.seq },
    type: record.type,
    entry,
    bookedOn: record.businessDate,
    recordedAt: record.recordedAt,
    actorName: grantById(db, record.actor)?.name ?? '',
    ...cameTo(told, placed),
    ...(adjusted ? { adjusted } : {}),
    ...(isFirst && record.receipt !== undefined ? { receipt: record.receipt } : {}),
    ...(reversedBy ? { reversedBy } : {}),
  }
}

const lifeNow = ({ product, agreement, dates, entries }: Loan, on: string): LoanLife | null =>
  dates ? lifeOf(termsOf(product, agreement, dates), entries, businessDate(on)) : null

/**
 * What befell a loan, the newest first, page by page: nights and what time earned are none of it, so that it grows with what people do
 * and not with days. What a record changed beside its own stands with its first event. Refuses loan-unknown. Rule: W67.
 */
export function loanHistoryAnswer(
  db: Database,
  context: Context,
  { loanId, before, limit }: Extract<Query, { type: 'loan-history' }>,
): Result<LoanHistoryAnswer, Refusal> {
  const loan = loadLoan(db, loanId)
  const row = loanRow(db, loanId)
  if (!loan || !row) return refuse({ type: 'loan-unknown' })
  const life = lifeNow(loan, context.businessDate ?? row.changedOn)
  const outcomes = new Map(life?.outcomes.map(outcome => [outcome.event, outcome]))
  const events = loanEventsBefore(db, loanId, { before, limit: limit + 1 })
  const shown = events.slice(0, limit)
  const last = shown.at(-1)
  return ok({
    rows: shown.map((placed, index) =>
      historyRow(db, { loan, outcomes }, placed, events[index + 1]?.position !== placed.position),
    ),
    ...(events.length > limit && last ? { next: last.place } : {}),
  })
}
