import type { BusinessDate } from '../calendar/business-date.ts'
import type { ChargeAmount } from '../schedule/schedule-charge.ts'
import type { PaymentKind } from './allocation-rules.ts'

export type LoanEventId = string

/** What befalls a loan and counts. */
type StandingHappening =
  | { readonly type: 'paid-out'; readonly amountMinor: bigint }
  /** Due once; a percentage is of what the whole schedule comes to. */
  | {
      readonly type: 'charged'
      readonly kind: 'fee' | 'penalty'
      readonly amount: ChargeAmount
      readonly dueOn: BusinessDate
      /** A fee that is collected for an insurer. */
      readonly isInsurance?: true | undefined
    }
  | { readonly type: 'repaid'; readonly kind: PaymentKind; readonly amountMinor: bigint }
  | { readonly type: 'waived'; readonly charge: LoanEventId }
  /** Interest of the installment that is due on a day, or of all of them, the oldest first; no more than is outstanding. */
  | { readonly type: 'interest-waived'; readonly amountMinor: bigint; readonly dueOn: BusinessDate | null }
  /** Penalties, in the same way. */
  | { readonly type: 'penalties-waived'; readonly amountMinor: bigint; readonly dueOn: BusinessDate | null }
  /** Given up in the books; the borrower owes it all the same. */
  | { readonly type: 'charged-off' }
  /** The borrower owes it no more. */
  | { readonly type: 'written-off' }
  /** What was overpaid goes back; what was not overpaid is owed. */
  | { readonly type: 'refunded'; readonly amountMinor: bigint }
  /** The installment that was due on one day is due on another, and the ones after it on theirs; where these are left out, each a period later. */
  | {
      readonly type: 'rescheduled'
      readonly from: BusinessDate
      readonly to: BusinessDate
      readonly later?: readonly BusinessDate[] | undefined
    }

/** What befalls a loan. */
export type Happening =
  | StandingHappening
  /** The event counts for nothing, from the beginning. A reversal may itself be reversed. */
  | { readonly type: 'reversed'; readonly event: LoanEventId }
  /** The newest tranche never was, nor what was entered after it. */
  | { readonly type: 'last-tranche-undone' }

interface Entry {
  readonly id: LoanEventId
  readonly enteredOn: BusinessDate
  /** The day from which it counts; of a charge, no later than its due date. */
  readonly effectiveOn: BusinessDate
}

export type LoanEvent = Happening & Entry

/** What still counts once reversals are taken into account. */
export type StandingEvent = StandingHappening & Entry
