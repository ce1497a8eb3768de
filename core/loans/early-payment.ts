import type { BusinessDate } from '../calendar/business-date.ts'
import { portionsTotal } from '../loan-life/portions.ts'
import { sumMinor } from '../money/amount.ts'
import { Decimal } from '../money/decimal.ts'
import type { Rate } from '../money/rate.ts'
import { roundMinor } from '../money/rounding.ts'
import { lifeOf } from './life-of.ts'
import type { Loan } from './loan.ts'
import type { LoanEntry } from './loan-entry.ts'
import { termsOf } from './terms-of.ts'

type Repaid = Pick<Loan, 'product' | 'agreement' | 'dates' | 'entries' | 'state'>

/** What settles a loan on a day, with the penalty for paying before the time that is part of it. */
export interface Settling {
  readonly payoffMinor: bigint
  readonly earlyPenaltyMinor: bigint
}

/** A part of an amount, to the nearest minor unit. */
const part = (amountMinor: bigint, share: Rate, of: Decimal | number): bigint =>
  roundMinor(new Decimal(amountMinor).times(share).div(of), { mode: 'half-up', multipleMinor: 1n }).amountMinor

/** What may be paid on a day without paying early: all that is due by then, and the installment that is due next. */
function inTimeMinor({ product, agreement, dates, entries }: Repaid, on: BusinessDate): bigint {
  if (!dates) return 0n
  const { installments } = lifeOf(termsOf(product, agreement, dates), entries, on)
  const next = installments.find(({ dueOn, outstanding }) => dueOn > on && portionsTotal(outstanding) > 0n)?.dueOn ?? on
  return sumMinor(installments.flatMap(({ dueOn, outstanding }) => (dueOn <= next ? [portionsTotal(outstanding)] : [])))
}

/** What settles a loan that is paid out on a day. Rules: L22, L46. */
export function settling(loan: Repaid, on: BusinessDate): Settling {
  const { product, agreement, dates, entries, state } = loan
  if (!dates) return { payoffMinor: 0n, earlyPenaltyMinor: 0n }
  const { payoffMinor } = lifeOf(termsOf(product, agreement, dates), entries, on)
  const { prepayment } = product.repayment
  const percent = prepayment.type === 'allowed' && state !== 'written-off' ? prepayment.penaltyPercent : undefined
  const earlyMinor = payoffMinor - inTimeMinor(loan, on)
  const earlyPenaltyMinor = percent !== undefined && earlyMinor > 0n ? part(earlyMinor, percent, 100) : 0n
  return { payoffMinor: payoffMinor + earlyPenaltyMinor, earlyPenaltyMinor }
}

/** The penalty within an amount that is paid on a day: of what is paid early, which the amount beyond what is in time holds with it. */
export function earlyPenaltyMinor(loan: Repaid, amountMinor: bigint, on: BusinessDate): bigint {
  const { prepayment } = loan.product.repayment
  const percent = prepayment.type === 'allowed' ? prepayment.penaltyPercent : undefined
  const whole = settling(loan, on)
  if (percent === undefined || whole.earlyPenaltyMinor === 0n) return 0n
  if (amountMinor >= whole.payoffMinor) return whole.earlyPenaltyMinor
  const beyondMinor = amountMinor - inTimeMinor(loan, on)
  return beyondMinor > 0n ? part(beyondMinor, percent, new Decimal(percent).plus(100)) : 0n
}

/** What a repayment enters: the penalty for what of it is paid early, and the money. */
export function repaidEntries(
  loan: Repaid,
  amountMinor: bigint,
  { today, effectiveOn, newId }: { today: BusinessDate; effectiveOn: BusinessDate; newId: () => string },
): readonly LoanEntry[] {
  const penaltyMinor = earlyPenaltyMinor(loan, amountMinor, effectiveOn)
  const head = { enteredOn: today, effectiveOn }
  const paid: LoanEntry = { id: newId(), ...head, type: 'repaid', kind: 'repayment', amountMinor }
  if (penaltyMinor === 0n) return [paid]
  const amount = { type: 'fixed', amountMinor: penaltyMinor } as const
  return [{ id: newId(), ...head, type: 'charged', kind: 'penalty', amount, dueOn: effectiveOn }, paid]
}
