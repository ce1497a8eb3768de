import type { Database } from 'better-sqlite3'
import type { BusinessDate } from '../../calendar/business-date.ts'
import type { LoanLife } from '../../loan-life/loan-life.ts'
import type { Loan } from '../../loans/loan.ts'
import { possibleSteps } from '../../loans/loan-states.ts'
import type { LoanDates } from '../../loans/terms-of.ts'
import type { Refusal } from '../../refusal.ts'
import { ok, type Result, refuse } from '../../result.ts'
import { amountInWords } from '../amount-in-words.ts'
import type { DischargeModel, LoanPaperHead } from './loan-paper-model.ts'
import { wasSecured } from './read-security.ts'

/** The day on which the last of it was met. */
const settledOn = ({ installments }: LoanLife, { startsOn }: LoanDates): BusinessDate =>
  installments.flatMap(({ metOn }) => (metOn ? [metOn] : [])).reduce((last, on) => (on > last ? on : last), startsOn)

/** That nothing is owed on a loan any more. Refuses loan-state while something is, or where it was written off. Rule: D31. */
export function dischargeOf(
  db: Database,
  loan: Loan & { readonly dates: LoanDates },
  life: LoanLife,
  head: LoanPaperHead,
): Result<DischargeModel, Refusal> {
  const { state, dates, agreement, loanId } = loan
  if (state !== 'paid-off' && state !== 'overpaid')
    return refuse({ type: 'loan-state', state, possible: possibleSteps(state) })
  const { currency, locale } = head
  return ok({
    ...head,
    paper: 'discharge',
    lentMinor: agreement.principalMinor,
    lentInWords: amountInWords({ amountMinor: agreement.principalMinor, currency }, locale),
    paidOutOn: dates.startsOn,
    settledOn: settledOn(life, dates),
    overpaidMinor: life.overpaidMinor,
    wasSecured: wasSecured(db, loanId),
  })
}
