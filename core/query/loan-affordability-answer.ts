import type { Database } from 'better-sqlite3'
import { affordability, paymentsOf } from '../loans/affordability.ts'
import { offeredLife } from '../loans/offered-life.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { householdOf } from '../storage/household.ts'
import { loadLoan } from '../storage/loans.ts'
import { calendarOf } from '../storage/working-calendar.ts'
import { beyondMeansOf } from './loan-application-answer.ts'
import type { LoanAffordabilityAnswer } from './loan-security-answers.ts'

/** What a loan, as it is agreed, asks of the borrower's household, and who lends beyond it and why. Refuses loan-unknown. Rule: L52. */
export function loanAffordabilityAnswer(db: Database, loanId: string): Result<LoanAffordabilityAnswer, Refusal> {
  const loan = loadLoan(db, loanId)
  if (!loan) return refuse({ type: 'loan-unknown' })
  const { affordabilityMaxPercent: ceiling } = loan.product.conditions
  const household = householdOf(db, loanId)
  const means =
    household && affordability(household, paymentsOf(offeredLife(loan, calendarOf(db)).installments), ceiling)
  return ok({
    currency: loan.currency,
    ...(ceiling === undefined ? {} : { ceilingPercent: ceiling }),
    ...(household ? { household } : {}),
    ...(means ? { means } : {}),
    beyondMeans: beyondMeansOf(db, loanId),
  })
}
