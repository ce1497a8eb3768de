import { otherDues } from '../command/load-other-dues.ts'
import { dayAtHand } from '../decision/days-of-context.ts'
import { affordability, paymentsOf } from '../loans/affordability.ts'
import { offeredLife } from '../loans/offered-life.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { householdOf } from '../storage/household.ts'
import { loadLoan } from '../storage/loans.ts'
import { calendarOf } from '../storage/working-calendar.ts'
import { beyondMeansOf } from './loan-application-answer.ts'
import type { LoanAffordabilityAnswer } from './loan-security-answers.ts'
import type { Reading } from './reader.ts'

/** What a loan, as it is agreed, asks of the borrower's household, and who lends beyond it and why. Refuses loan-unknown. Rule: L52. */
export function loanAffordabilityAnswer(
  { db, context }: Reading,
  loanId: string,
): Result<LoanAffordabilityAnswer, Refusal> {
  const loan = loadLoan(db, loanId)
  if (!loan) return refuse({ type: 'loan-unknown' })
  const { affordabilityMaxPercent: ceiling } = loan.product.conditions
  const household = householdOf(db, loanId)
  const others = otherDues({ db }, loan, dayAtHand(context)).filter(({ currency }) => currency === loan.currency)
  const payments = paymentsOf(offeredLife(loan, calendarOf(db)).installments)
  const means = household && affordability(household, payments, { ceiling, others })
  return ok({
    currency: loan.currency,
    ...(ceiling === undefined ? {} : { ceilingPercent: ceiling }),
    ...(household ? { household } : {}),
    ...(means ? { means } : {}),
    beyondMeans: beyondMeansOf(db, loanId),
  })
}
