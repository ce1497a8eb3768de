import type { Database } from 'better-sqlite3'
import { present } from '../assert.ts'
import type { BusinessDate } from '../calendar/business-date.ts'
import type { LoanLife } from '../loan-life/loan-life.ts'
import { lifeOf } from '../loans/life-of.ts'
import { loanDisbursed } from '../loans/loan-records.ts'
import { termsOf } from '../loans/terms-of.ts'
import { loadLoan, loanEvents } from '../storage/loans.ts'
import { recordByPosition } from '../storage/records.ts'

const disbursed = loanDisbursed.pick({ dates: true }).loose()

/** The life of a loan as the records of it said by a day: what was entered later is not known yet. Asserts that it was paid out by then. Rule: L58. */
export function lifeKnownBy(db: Database, loanId: string, asOf: BusinessDate): LoanLife {
  const loan = present(loadLoan(db, loanId), 'a loan of the portfolio is there')
  const known = loanEvents(db, loanId).filter(({ entry }) => entry.enteredOn <= asOf)
  const dates = known.flatMap(({ position, entry }) => {
    if (entry.type !== 'paid-out') return []
    const { record } = present(recordByPosition(db, position), 'an event of a loan stands in a record')
    return disbursed.parse(record.body).dates ?? []
  })
  const entries = known.map(({ entry }) => entry)
  const terms = termsOf(loan.product, loan.agreement, present(dates.at(-1), 'a loan has its days by its disbursement'))
  return lifeOf(terms, entries, present(entries.at(-1), 'a loan was paid out').enteredOn)
}
