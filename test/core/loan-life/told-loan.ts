import { type BusinessDate, businessDate } from '../../../core/calendar/business-date.ts'
import { accruedOn } from '../../../core/loan-life/accrued-on.ts'
import { type AllocationRules, allocationOrders } from '../../../core/loan-life/allocation-rules.ts'
import type { Happening, LoanEvent } from '../../../core/loan-life/loan-event.ts'
import type { LoanTerms, Recalculation } from '../../../core/loan-life/loan-terms.ts'
import { replayLoan } from '../../../core/loan-life/replay-loan.ts'
import type { Fraction } from '../../../core/money/fraction.ts'
import type { ScheduleTerms } from '../../../core/schedule/schedule-terms.ts'
import { loanTerms } from '../schedule/loan-terms.ts'

export const startsOn: BusinessDate = businessDate('2024-01-15')

const named = allocationOrders['penalty-fee-interest-principal']

/** Four monthly installments, at no interest unless a test is about it. */
export const lifeTerms = (
  changes: Parameters<typeof loanTerms>[0] & {
    readonly charges?: LoanTerms['charges']
    readonly allocation?: AllocationRules
    readonly recalculation?: Partial<Recalculation>
    readonly late?: LoanTerms['late']
  } = {},
): LoanTerms => {
  const { charges = [], allocation = named, recalculation, late = null, ...schedule } = changes
  const terms: ScheduleTerms = loanTerms({ percent: '0', count: 4, ...schedule })
  const recalculated = recalculation ? { ...daily, ...recalculation } : null
  return { schedule: terms, charges, allocation, recalculation: recalculated, late }
}

const daily: Recalculation = {
  rest: 'daily',
  advance: 'reduce-installment',
  compounding: 'none',
  lateInterest: 'every-period',
  payoff: 'to-the-day',
}

/** Events in the order of entry, each entered on its day unless it says otherwise; called by their places, from 1. */
export const told = (
  ...happenings: readonly (readonly [effectiveOn: string, happening: Happening, enteredOn?: string])[]
): readonly LoanEvent[] =>
  happenings.map(([effectiveOn, happening, enteredOn = effectiveOn], place) => ({
    ...happening,
    id: String(place + 1),
    effectiveOn: businessDate(effectiveOn),
    enteredOn: businessDate(enteredOn),
  }))

export const paidOut = (amountMinor: bigint): Happening => ({ type: 'paid-out', amountMinor })
export const repaid = (amountMinor: bigint): Happening => ({ type: 'repaid', kind: 'repayment', amountMinor })
export const reversed = (event: string): Happening => ({ type: 'reversed', event })
export const fee = (amountMinor: bigint, dueOn: string): Happening => ({
  type: 'charged',
  kind: 'fee',
  amount: { type: 'fixed', amountMinor },
  dueOn: businessDate(dueOn),
})

export const accruedInterest = (terms: LoanTerms, events: readonly LoanEvent[], on: BusinessDate): Fraction =>
  accruedOn(replayLoan(terms, events, on).accrual, on)
