import type { BusinessDate } from '../calendar/business-date.ts'
import type { CurrencyCode } from '../money/currency.ts'
import type { Rate } from '../money/rate.ts'

/** The states of a loan, from the application to its end. */
export const loanStates = [
  'draft',
  'submitted',
  'approved',
  'active',
  'overpaid',
  'paid-off',
  'written-off',
  'rejected',
  'withdrawn',
  'cancelled',
] as const
export type LoanState = (typeof loanStates)[number]

/** What people do with a loan, by the command that does it, in the order in which it is usually done. */
export const loanSteps = [
  'amend',
  'submit',
  'approve',
  'meet-condition',
  'reject',
  'withdraw',
  'cancel',
  'secure',
  'release-security',
  'disburse',
  'refinance',
  'repay',
  'charge',
  'waive',
  'reschedule',
  'refund',
  'write-off',
  'reverse',
] as const
export type LoanStep = (typeof loanSteps)[number]

export type LoanRefusal =
  | { readonly type: 'loan-unknown' }
  /** A step that its state does not allow, with those that it does. */
  | { readonly type: 'loan-state'; readonly state: LoanState; readonly possible: readonly LoanStep[] }
  | { readonly type: 'loan-own-application' }
  | {
      readonly type: 'loan-above-cycle'
      readonly cycle: number
      readonly maxMinor: bigint
      readonly currency: CurrencyCode
    }
  | {
      readonly type: 'loan-above-exposure'
      readonly owedMinor: bigint
      readonly maxMinor: bigint
      readonly currency: CurrencyCode
    }
  | {
      readonly type: 'loan-above-guarantees'
      readonly owedMinor: bigint
      readonly guaranteedMinor: bigint
      readonly maxMinor: bigint
      readonly currency: CurrencyCode
    }
  /** Somebody of the group is later with a loan than new ones allow. */
  | {
      readonly type: 'group-in-arrears'
      readonly number: string
      readonly name: string
      readonly days: number
      readonly amountMinor: bigint
      readonly currency: CurrencyCode
    }
  /** So many conditions of its approval are not met. */
  | { readonly type: 'loan-conditions-open'; readonly open: number }
  | { readonly type: 'loan-above-agreed'; readonly leftMinor: bigint; readonly currency: CurrencyCode }
  /** Since when: nothing more is paid out of it. */
  | { readonly type: 'loan-defaulted'; readonly since: BusinessDate }
  /** What was written off and has not come in since. */
  | { readonly type: 'loan-above-written-off'; readonly leftMinor: bigint; readonly currency: CurrencyCode }
  /** An operation is reversed once nothing stands that is built on it. */
  | { readonly type: 'loan-not-last' }
  | { readonly type: 'account-of-other-client' }
  /** In the month that weighs most on the household. */
  | {
      readonly type: 'loan-beyond-means'
      readonly dueMinor: bigint
      readonly disposableMinor: bigint
      readonly ceiling: Rate
      readonly currency: CurrencyCode
    }
  /** Of the share of the loan that is to be held on savings. */
  | {
      readonly type: 'savings-missing'
      readonly neededMinor: bigint
      readonly freeMinor: bigint
      readonly currency: CurrencyCode
    }
  | { readonly type: 'guarantors-missing'; readonly given: number; readonly needed: number }
  /** No such guarantee or collateral stands on the loan. */
  | { readonly type: 'security-unknown' }
  /** The thing stands for an open loan already, which has this number. */
  | { readonly type: 'collateral-pledged'; readonly number: string }
  /** What is held for a loan pays what is past due, and all of it once the loan is defaulted. */
  | { readonly type: 'held-not-due'; readonly dueMinor: bigint; readonly currency: CurrencyCode }
  /** What a loan holds, only the loan releases. */
  | { readonly type: 'hold-of-loan' }
  | { readonly type: 'prepayment-refused'; readonly dueMinor: bigint; readonly currency: CurrencyCode }
