import type { Database } from 'better-sqlite3'
import { present } from '../../assert.ts'
import { type BusinessDate, businessDate } from '../../calendar/business-date.ts'
import type { LoanLife } from '../../loan-life/loan-life.ts'
import { nextDue } from '../../loans/happen.ts'
import { lifeOf } from '../../loans/life-of.ts'
import type { Loan } from '../../loans/loan.ts'
import { termsOf } from '../../loans/terms-of.ts'
import { isWeather } from '../is-weather.ts'
import { setPlan } from '../loan-plan.ts'
import { lull } from '../loan-quiet.ts'
import { loadLoan, loanRow } from '../loans.ts'
import { prepared } from '../run.ts'

/** Loans that something befell since they were replayed last. */
export type StaleLoans = Set<string>

interface Standing {
  readonly loanId: string
  readonly principalMinor: bigint
  readonly interestMinor: bigint
  readonly feesMinor: bigint
  readonly penaltiesMinor: bigint
  readonly overpaidMinor: bigint
  readonly oldestDueOn: string | null
  readonly oldestDueMinor: bigint
}

const setStanding = prepared<{ readonly [K in keyof Standing]: Standing[K] }, unknown>((db, param) =>
  db
    .updateTable('loan')
    .set({
      principal_minor: param('principalMinor'),
      interest_minor: param('interestMinor'),
      fees_minor: param('feesMinor'),
      penalties_minor: param('penaltiesMinor'),
      overpaid_minor: param('overpaidMinor'),
      oldest_due_on: param('oldestDueOn'),
      oldest_due_minor: param('oldestDueMinor'),
    })
    .where('loan_id', '=', param('loanId')),
)

interface Stands {
  readonly loan: Loan
  /** Null while nothing is paid out. */
  readonly life: LoanLife | null
}

/** Replays a loan and keeps how it stands as of a day. Rule: L37. */
export function keepStanding(db: Database, loanId: string, on: BusinessDate): Stands {
  const loan = present(loadLoan(db, loanId), 'what befalls a loan follows its draft')
  const life = loan.dates ? lifeOf(termsOf(loan.product, loan.agreement, loan.dates), loan.entries, on) : null
  const next = life && nextDue(life)
  setStanding.run(db, {
    loanId,
    principalMinor: life?.outstanding.principal ?? 0n,
    interestMinor: life?.outstanding.interest ?? 0n,
    feesMinor: life?.outstanding.fees ?? 0n,
    penaltiesMinor: life?.outstanding.penalties ?? 0n,
    overpaidMinor: life?.overpaidMinor ?? 0n,
    oldestDueOn: next?.dueOn ?? null,
    oldestDueMinor: next?.amountMinor ?? 0n,
  })
  setPlan(db, loanId, life?.installments ?? [])
  return { loan, life }
}

/** The same at the close of a date that looked at it, with what its next closes need to know. Rule: E18. */
export function keepLookedAt(db: Database, loanId: string, date: BusinessDate): void {
  const { loan, life } = keepStanding(db, loanId, date)
  lull(db, loan, present(life, 'what is owed was paid out'), date)
}

/** As of the newest record that says how it is. */
function freshen(db: Database, loanId: string): void {
  const { changedOn, lookedOn } = present(loanRow(db, loanId), 'a loan that something befell is drafted')
  const keep = lookedOn === changedOn ? keepLookedAt : keepStanding
  keep(db, loanId, businessDate(changedOn))
}

/** Replays a loan if it is stale. It may be replayed again: what a record did may yet be taken back. */
export function freshenLoan(db: Database, stale: StaleLoans, loanId: string): void {
  if (stale.has(loanId)) freshen(db, loanId)
}

/**
 * Replays each loan that is stale. False where one cannot be: one of its records is such as waits (Y18), and which of them does is
 * found only where everything is made anew with a replay at each record. Rule: L64.
 */
export function freshenLoans(db: Database, stale: StaleLoans): boolean {
  try {
    for (const loanId of stale) freshen(db, loanId)
    return true
  } catch (error) {
    if (isWeather(error)) throw error
    return false
  }
}
