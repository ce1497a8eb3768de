import type { Database } from 'better-sqlite3'
import type { BusinessDate } from '../../calendar/business-date.ts'
import type { LoanLife } from '../../loan-life/loan-life.ts'
import type { Loan } from '../../loans/loan.ts'
import type { LoanDates } from '../../loans/terms-of.ts'
import { amountInWords } from '../amount-in-words.ts'
import type { DischargeModel, LoanPaperHead } from './loan-paper-model.ts'
import { wasSecured } from './read-security.ts'

/** The day on which the last of it was met. */
const settledOn = ({ installments }: LoanLife, { startsOn }: LoanDates): BusinessDate =>
  installments.flatMap(({ metOn }) => (metOn ? [metOn] : [])).reduce((last, on) => (on > last ? on : last), startsOn)

/** That nothing is owed on a loan any more. Rule: D31. */
export function dischargeOf(
  db: Database,
  loan: Loan & { readonly dates: LoanDates },
  life: LoanLife,
  head: LoanPaperHead,
): DischargeModel {
  const { dates, agreement, loanId } = loan
  const { currency, locale } = head
  return {
    ...head,
    paper: 'discharge',
    lentMinor: agreement.principalMinor,
    lentInWords: amountInWords({ amountMinor: agreement.principalMinor, currency }, locale),
    paidOutOn: dates.startsOn,
    settledOn: settledOn(life, dates),
    overpaidMinor: life.overpaidMinor,
    wasSecured: wasSecured(db, loanId),
  }
}
