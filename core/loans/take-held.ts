import type { BusinessDate } from '../calendar/business-date.ts'
import { arrears } from '../loan-life/arrears.ts'
import { portionsTotal } from '../loan-life/portions.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { lifeOf } from './life-of.ts'
import type { Loan } from './loan.ts'
import type { LoanEntry } from './loan-entry.ts'
import { termsOf } from './terms-of.ts'

/** What is set aside for a loan, of a guarantor's or of the borrower's own. */
export interface Held {
  readonly holdId: string
  readonly amountMinor: bigint
}

/** What is past due; once the loan is defaulted, all that is owed. */
function takeableMinor({ product, agreement, dates, entries, defaultedOn }: Loan, today: BusinessDate): bigint {
  if (!dates) return 0n
  const { installments, payoffMinor } = lifeOf(termsOf(product, agreement, dates), entries, today)
  return defaultedOn === null ? portionsTotal(arrears(installments, today)) : payoffMinor
}

/**
 * Whether so much of what is held may pay the loan now: no more than is held, and no more than the borrower left unpaid; what comes in on a
 * loan that is written off has its own bound. Refuses capture-above-hold, held-not-due. Rule: L80.
 */
export function checkTaken(
  loan: Loan,
  { amountMinor: heldMinor }: Held,
  amountMinor: bigint,
  today: BusinessDate,
): Result<null, Refusal> {
  const { currency, state } = loan
  if (amountMinor > heldMinor) return refuse({ type: 'capture-above-hold', heldMinor, currency })
  const dueMinor = takeableMinor(loan, today)
  return state !== 'written-off' && amountMinor > dueMinor
    ? refuse({ type: 'held-not-due', dueMinor, currency })
    : ok(null)
}

/** What is taken counts from today, and costs nobody the price of paying early. */
export const takenEntry = (amountMinor: bigint, today: BusinessDate, newId: () => string): LoanEntry => ({
  id: newId(),
  enteredOn: today,
  effectiveOn: today,
  type: 'repaid',
  kind: 'repayment',
  amountMinor,
})
