import type { Rate } from '../money/rate.ts'
import type { ScheduleCharge } from '../schedule/schedule-charge.ts'
import type { ScheduleTerms } from '../schedule/schedule-terms.ts'
import type { AllocationRules } from './allocation-rules.ts'

/**
 * What money beyond what is due does: lower the installments that are left, keep them and end earlier, take the place of the next ones'
 * principal, or meet installments in advance as the allocation rules say, so that the last unpaid one takes the difference.
 */
export const advanceRules = ['reduce-installment', 'reduce-number', 'reschedule-next', 'adjust-last-unpaid'] as const
export type AdvanceRule = (typeof advanceRules)[number]

/** Interest that follows what is really outstanding, not what the schedule foresaw. */
export interface Recalculation {
  /** When a payment begins to count: on its day, or on the next due date. */
  readonly rest: 'daily' | 'same-as-repayment'
  readonly advance: AdvanceRule
  /** Overdue interest bears interest with the principal, or does not. */
  readonly compounding: 'interest' | 'none'
  /** Overdue principal bears interest in every period, or only in those in which something was entered or asked. */
  readonly lateInterest: 'every-period' | 'periods-with-an-entry'
  /** Whoever pays everything off owes interest to that day, or to the next day on which payments count. */
  readonly payoff: 'to-the-day' | 'to-the-rest'
}

/** What is due with each installment beside principal and interest, as it was agreed. */
export type InstallmentCharge = Pick<ScheduleCharge, 'kind' | 'amount' | 'isInsurance'>

/** A percentage is of what is overdue of the installment. */
export type LateFee =
  | { readonly type: 'fixed'; readonly amountMinor: bigint }
  | { readonly type: 'percent'; readonly percent: Rate }

/** What overdue principal costs a year, or all that is overdue but for penalties. */
export interface LatePenalty {
  readonly annualPercent: Rate
  readonly on: 'principal' | 'installment'
}

/** What it costs to pay an installment later than so many days after it is due. */
export interface LateRules {
  readonly graceDays: number
  /** Once for each installment. */
  readonly fee: LateFee | null
  /** From the due date. */
  readonly penalty: LatePenalty | null
}

/** All that a loan's life is computed from, beside its events. */
export interface LoanTerms {
  readonly schedule: ScheduleTerms
  /** Any other charge is an event. */
  readonly charges: readonly InstallmentCharge[]
  readonly allocation: AllocationRules
  /** Declining interest only; none where the schedule's interest stands. */
  readonly recalculation: Recalculation | null
  readonly late: LateRules | null
}
