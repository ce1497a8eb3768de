import type { Database } from 'better-sqlite3'
import type { BusinessDate } from '../calendar/business-date.ts'
import type { LoanLife } from '../loan-life/loan-life.ts'
import { earningAfter, quietUntil } from '../loans/earning.ts'
import { incomeBasis, type Loan } from '../loans/loan.ts'
import { prepared } from './run.ts'
import type { LoanTable } from './tables/loan-tables.ts'

type Quiet = 'loan_id' | 'quiet_until' | 'earns_from' | 'earns_to' | 'earns_minor' | 'earned_before_minor'

const setQuiet = prepared<{ readonly [K in Quiet]: LoanTable[K] }, unknown>((db, param) =>
  db
    .updateTable('loan')
    .set({
      quiet_until: param('quiet_until'),
      earns_from: param('earns_from'),
      earns_to: param('earns_to'),
      earns_minor: param('earns_minor'),
      earned_before_minor: param('earned_before_minor'),
    })
    .where('loan_id', '=', param('loan_id')),
)

/** Until it turns, the closes after a date need to know no more of a loan than this. */
export function lull(db: Database, loan: Loan, life: LoanLife, date: BusinessDate): void {
  const until = quietUntil(life, loan, date)
  const earning = until && incomeBasis(loan) === 'accrual' ? earningAfter(life, date) : null
  setQuiet.run(db, {
    loan_id: loan.loanId,
    quiet_until: until,
    earns_from: earning?.from ?? null,
    earns_to: earning?.to ?? null,
    earns_minor: earning?.interestMinor ?? null,
    earned_before_minor: earning?.beforeMinor ?? null,
  })
}
