import { addDays, type BusinessDate } from '../calendar/business-date.ts'
import { nothing, type Portions } from '../loan-life/portions.ts'
import { payableMinor } from '../money/cash-increments.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { repaidEntries, settling } from './early-payment.ts'
import { lifeOf } from './life-of.ts'
import type { Loan } from './loan.ts'
import { possibleSteps } from './loan-states.ts'
import { checkPrepayment } from './repay-loan.ts'
import { type LoanDates, termsOf } from './terms-of.ts'

/** For how many days it is said what settles a loan, the first one included. */
const quotedDays = 10

export interface PayoffOnDay {
  readonly on: BusinessDate
  readonly amountMinor: bigint
  /** What changes hands for it in cash. */
  readonly inCashMinor: bigint
  /** What that pays. */
  readonly parts: Portions
  /** Of the penalties, what paying before the time costs. */
  readonly earlyPenaltyMinor: bigint
}

/** What settles a loan on each day on which it may be settled, if nothing else befalls it until then. */
export interface PayoffQuote {
  readonly from: BusinessDate
  readonly validUntil: BusinessDate
  readonly days: readonly PayoffOnDay[]
}

function payoffOn(loan: Loan, dates: LoanDates, on: BusinessDate): PayoffOnDay {
  const { product, agreement, entries } = loan
  const { payoffMinor: amountMinor, earlyPenaltyMinor } = settling(loan, on)
  let ids = 0
  const newId = () => `payoff-${ids++}`
  const paid = repaidEntries(loan, amountMinor, { today: on, effectiveOn: on, newId })
  const { outcomes } = lifeOf(termsOf(product, agreement, dates), [...entries, ...paid], on)
  const outcome = outcomes.find(({ event }) => event === 'payoff-0')
  const inCashMinor = payableMinor(amountMinor, loan.currency)
  return { on, amountMinor, inCashMinor, parts: outcome?.portions ?? nothing, earlyPenaltyMinor }
}

/**
 * What pays a loan off on each of ten days; days on which the product does not take it are left out.
 * Refuses loan-state where nothing is owed; prepayment-refused where no day takes it. Rule: D25.
 */
export function payoffQuote(loan: Loan, from: BusinessDate): Result<PayoffQuote, Refusal> {
  const { dates, state } = loan
  if (!dates || state !== 'active') return refuse({ type: 'loan-state', state, possible: possibleSteps(state) })
  const all = Array.from({ length: quotedDays }, (_none, place) => payoffOn(loan, dates, addDays(from, place)))
  const refusals = all.map(({ on, amountMinor }) => checkPrepayment(loan, amountMinor, on))
  const days = all.filter((_day, place) => refusals[place]?.ok)
  const [first] = refusals
  if (days.length === 0 && first && !first.ok) return first
  return ok({ from, validUntil: addDays(from, quotedDays - 1), days })
}
