import type { Database } from 'better-sqlite3'
import { sql } from 'kysely'
import { present } from '../../assert.ts'
import type { BusinessDate } from '../../calendar/business-date.ts'
import type { ClosedLoan, CloseRan } from '../../close-of-business/close-records.ts'
import { jsonText } from '../../journal/json-text.ts'
import type { JournalRecord } from '../../journal/record.ts'
import { figuresFrom } from '../../loans/loan-figures.ts'
import { loanFiguresSchema } from '../../loans/loan-records.ts'
import { countPenalty, storedPenalty } from '../loan-quiet.ts'
import { loanProductOf, loanRow } from '../loans.ts'
import { prepared } from '../run.ts'
import type { LoanTable } from '../tables/loan-tables.ts'
import type { Applied } from './applied.ts'
import { keepLookedAt, type StaleLoans } from './loan-standing.ts'

const addEarned = prepared<{ loanId: string; amountMinor: bigint }, unknown>((db, param) =>
  db
    .updateTable('loan')
    .set({
      booked: sql<string>`json_set(booked, '$.recognisedInterest',
        CAST(CAST(json_extract(booked, '$.recognisedInterest') AS INTEGER) + ${param('amountMinor')} AS TEXT))`,
    })
    .where('loan_id', '=', param('loanId')),
)
type Kept = 'loan_id' | 'booked' | 'defaulted_on' | 'non_accrual_on' | 'changed_on' | 'looked_on'

const keepClosed = prepared<{ readonly [K in Kept]: LoanTable[K] }, unknown>((db, param) =>
  db
    .updateTable('loan')
    .set({
      booked: param('booked'),
      defaulted_on: param('defaulted_on'),
      non_accrual_on: param('non_accrual_on'),
      changed_on: param('changed_on'),
      looked_on: param('looked_on'),
    })
    .where('loan_id', '=', param('loan_id')),
)

/** What the entries book to each loan: of one that the body does not name, a day's interest. */
function bookedByLoan({ entries }: JournalRecord): ReadonlyMap<string, bigint> {
  const booked = new Map<string, bigint>()
  for (const { subAccount, amountMinor } of entries.flatMap(({ lines }) => lines))
    if (subAccount !== undefined) booked.set(subAccount, (booked.get(subAccount) ?? 0n) + amountMinor)
  return booked
}

/** A loan that something befell on a later day stands as of that day, and is looked at again. */
function applyClosed(db: Database, facts: ClosedLoan, date: BusinessDate, staleLoans: StaleLoans | undefined): void {
  const { loanId, booked, defaultedOn, nonAccrualOn } = facts
  const row = present(loanRow(db, loanId), 'a loan that is closed was drafted')
  const before = loanFiguresSchema.parse(JSON.parse(row.booked))
  const isNewest = row.changedOn <= date
  keepClosed.run(db, {
    loan_id: loanId,
    booked: jsonText(figuresFrom(name => booked?.[name] ?? before[name])),
    defaulted_on: defaultedOn === undefined ? row.defaultedOn : defaultedOn,
    non_accrual_on: nonAccrualOn === undefined ? row.nonAccrualOn : nonAccrualOn,
    changed_on: isNewest ? date : row.changedOn,
    looked_on: isNewest ? date : null,
  })
  if (!isNewest) return
  const penalty = row.quietUntil !== null && row.quietUntil >= date ? storedPenalty(row) : null
  if (staleLoans) staleLoans.add(loanId)
  else if (penalty) countPenalty(db, row, { penalty, product: loanProductOf(row.productBody) }, date)
  else keepLookedAt(db, loanId, date)
}

/** How the loans stand that a piece of the close of business went through. Rules: L37, E18. */
export function applyClosedLoans(
  db: Database,
  { loans, date }: Extract<CloseRan, { step: 'loans' }>,
  { record, staleLoans }: Applied,
): void {
  const named = new Set(loans.map(({ loanId }) => loanId))
  for (const [loanId, amountMinor] of bookedByLoan(record))
    if (!named.has(loanId)) addEarned.run(db, { loanId, amountMinor })
  for (const facts of loans) if (facts.failed === undefined) applyClosed(db, facts, date, staleLoans)
}
