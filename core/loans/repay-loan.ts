import { addDays, type BusinessDate } from '../calendar/business-date.ts'
import type { OpenDayContext } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import type { EntryDescription } from '../journal/entry-description.ts'
import { portionsTotal } from '../loan-life/portions.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { roundingEntries, settledBy } from './cash-rounding.ts'
import { repaidEntries, settling } from './early-payment.ts'
import { happen } from './happen.ts'
import { lifeOf } from './life-of.ts'
import { checkLoan, type Loan, productPin } from './loan.ts'
import type { RepayLoan } from './loan-commands.ts'
import { custodyWith, type LoanMoney, moneyNamed } from './loan-money.ts'
import { lostMinor } from './lost-minor.ts'
import { standingEntries } from './standing-entries.ts'
import { checkTaken, type Held, takenEntry } from './take-held.ts'
import { termsOf } from './terms-of.ts'

export interface RepaymentState {
  readonly loan: Loan
  readonly money: LoanMoney
  /** What is held for the loan and is taken now; null where somebody pays. */
  readonly held: Held | null
  /** The guarantee of who pays; null where no guarantor does. */
  readonly guaranteeId: string | null
}

/** A day that has been, and on which something was paid out: field-invalid. */
function checkValueDate({ dates }: Loan, valueDate: BusinessDate, today: BusinessDate): Result<null, Refusal> {
  const rule = valueDate > today ? 'in-the-future' : dates && valueDate < dates.startsOn ? 'before-disbursement' : null
  return rule ? refuse({ type: 'field-invalid', field: 'valueDate', rule }) : ok(null)
}

/** Whether the product takes money before its time on a day. */
function mayPrepay({ product, dates, state }: Loan, on: BusinessDate): boolean {
  const { prepayment } = product.repayment
  if (!dates || state === 'written-off') return true
  return prepayment.type === 'allowed' && on >= addDays(dates.startsOn, prepayment.afterDays ?? 0)
}

/** Where nothing is taken before its time, no more than is due by the day. Refuses prepayment-refused. */
export function checkPrepayment(loan: Loan, amountMinor: bigint, on: BusinessDate): Result<null, Refusal> {
  const { product, agreement, dates, currency } = loan
  if (!dates || mayPrepay(loan, on)) return ok(null)
  const { installments } = lifeOf(termsOf(product, agreement, dates), loan.entries, on)
  const dueMinor = installments.reduce(
    (sum, { dueOn, outstanding }) => (dueOn <= on ? sum + portionsTotal(outstanding) : sum),
    0n,
  )
  return amountMinor > dueMinor ? refuse({ type: 'prepayment-refused', dueMinor, currency }) : ok(null)
}

/** On what is written off comes in no more than was, and from then on: field-invalid for the value date, loan-above-written-off. */
function checkRecovery(loan: Loan, amountMinor: bigint, on: BusinessDate, today: BusinessDate): Result<null, Refusal> {
  const { product, agreement, dates, currency, entries, state } = loan
  if (!dates || state !== 'written-off') return ok(null)
  const given = standingEntries(entries).findLast(({ type }) => type === 'written-off')
  if (given && on < given.effectiveOn) return refuse({ type: 'field-invalid', field: 'valueDate', rule: 'too-early' })
  const leftMinor = lostMinor(lifeOf(termsOf(product, agreement, dates), entries, today))
  return amountMinor > leftMinor ? refuse({ type: 'loan-above-written-off', leftMinor, currency }) : ok(null)
}

/** What the entry is called: on the statement of a guarantor it is no repayment of a loan of theirs. */
const wordOf = ({ state }: Loan, held: Held | null): EntryDescription =>
  state === 'written-off' ? 'loan-recovery' : held ? 'held-amount-taken' : 'loan-repayment'

/**
 * Takes a repayment: Dr drawer or the client's account / Cr what it pays, in the product's order. What counts from an earlier day is paid
 * as it would have been then, and what that changes of later days stands in the books by itself. What is paid early costs what the product says. Cash that is rounded from what settles it settles it.
 * Refuses what `checkLoan` refuses; currency-differs; field-invalid for the value date; prepayment-refused; loan-above-written-off; what `checkTaken` refuses. Rules: L30, L31, L33, L39, L45, L46, L80.
 */
export function repayLoan(
  { loan, money, held, guaranteeId }: RepaymentState,
  { amountMinor, currency, valueDate, signedBy }: RepayLoan,
  context: OpenDayContext,
): Result<Decision, Refusal> {
  const today = context.businessDate
  const possible = checkLoan(loan, 'repay', context.device.logId)
  if (!possible.ok) return possible
  if (currency !== loan.currency) return refuse({ type: 'currency-differs', expected: loan.currency })
  if (held && guaranteeId !== null) return refuse({ type: 'field-invalid', field: 'guaranteeId', rule: 'not-allowed' })
  const effectiveOn = valueDate ?? today
  const counts = checkValueDate(loan, effectiveOn, today)
  if (!counts.ok) return counts
  const wholeMinor = loan.state === 'written-off' ? 0n : settling(loan, effectiveOn).payoffMinor
  const settledMinor = settledBy(money, amountMinor, wholeMinor, currency)
  const timely = checkPrepayment(loan, settledMinor, effectiveOn)
  if (!timely.ok) return timely
  const recovered = checkRecovery(loan, amountMinor, effectiveOn, today)
  if (!recovered.ok) return recovered
  const takeable = held ? checkTaken(loan, held, amountMinor, today) : ok(null)
  if (!takeable.ok) return takeable
  const { newId } = context
  const added = held
    ? [takenEntry(amountMinor, today, newId)]
    : repaidEntries(loan, settledMinor, { today, effectiveOn, newId })
  const { entries, body } = happen(loan, { added, description: wordOf(loan, held), money }, today)
  return ok({
    type: 'loan.repaid',
    class: 'fact',
    entries: [...entries, ...roundingEntries(money, amountMinor, settledMinor, currency)],
    body: {
      ...body,
      ...moneyNamed(money),
      amountMinor,
      currency,
      ...(held ? { takenHold: held.holdId } : { signedBy }),
      ...(guaranteeId === null ? {} : { guaranteeId }),
    },
    custody: custodyWith(loan, money),
    pins: productPin(loan.product),
    ...(effectiveOn === today ? {} : { valueDate: effectiveOn }),
    printsReceipt: true,
  })
}
