import type { BusinessDate } from '../calendar/business-date.ts'
import type { HolidayCalendar } from '../calendar/working-days.ts'
import type { OpenDayContext } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import { sumMinor } from '../money/amount.ts'
import type { CurrencyCode } from '../money/currency.ts'
import { paidAtOnce } from '../products/offered-charges.ts'
import type { Refusal } from '../refusal.ts'
import type { LoanStep } from '../refusals/loan-refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { changesHands, roundingEntries } from './cash-rounding.ts'
import { checkApplication, type Standing } from './check-application.ts'
import { type FreeSavings, type HeldSavings, holdSavings } from './compulsory-savings.ts'
import { type Happened, happen } from './happen.ts'
import { fallsDueInTime } from './horizon.ts'
import { lifeOf } from './life-of.ts'
import { checkLoan, type Loan, productPin } from './loan.ts'
import type { DisburseLoan } from './loan-commands.ts'
import type { LoanEntry } from './loan-entry.ts'
import { custodyWith, type LoanMoney, moneyNamed } from './loan-money.ts'
import { chargesFrom } from './offered-life.ts'
import { standingEntries } from './standing-entries.ts'
import { datesOf, type LoanDates, termsOf } from './terms-of.ts'

export interface DisbursementState {
  readonly loan: Loan
  readonly standing: Standing
  /** How many conditions of its approval are not met. */
  readonly openConditions: number
  /** On which the product's share of the loan is held. */
  readonly savings: readonly FreeSavings[]
  readonly money: LoanMoney
  readonly calendar: HolidayCalendar
}

const fault = (field: string, rule: string) => refuse({ type: 'field-invalid', field, rule } as const)

const tranchesOf = ({ entries }: Loan) =>
  standingEntries(entries).flatMap(one => (one.type === 'paid-out' ? [one] : []))

/** What is left of the principal to pay out. */
export const leftToPayOut = (loan: Loan): bigint =>
  loan.agreement.principalMinor - sumMinor(tranchesOf(loan).map(({ amountMinor }) => amountMinor))

/** All at once, or in as many parts as the product allows, the last of which pays out the rest; nothing while the loan is defaulted. */
function checkTranche(loan: Loan, amountMinor: bigint): Result<null, Refusal> {
  const left = leftToPayOut(loan)
  if (amountMinor > left) return refuse({ type: 'loan-above-agreed', leftMinor: left, currency: loan.currency })
  if (loan.defaultedOn) return refuse({ type: 'loan-defaulted', since: loan.defaultedOn })
  const mayBeMore = tranchesOf(loan).length + 1 < loan.product.schedule.tranchesMax
  return amountMinor === left || mayBeMore ? ok(null) : fault('amountMinor', 'not-in-parts')
}

/** More is paid out only before the last installment falls due: from then on nothing is left over which it could be repaid. */
function checkInTime({ product, agreement, dates, entries }: Loan, today: BusinessDate): Result<null, Refusal> {
  if (!dates) return ok(null)
  const { installments } = lifeOf(termsOf(product, agreement, dates), entries, today)
  const last = installments.findLast(({ kind }) => kind === 'repayment')
  return last && last.dueOn <= today ? fault('amountMinor', 'after-last-due-date') : ok(null)
}

const nothingAtOnce = { feesMinor: 0n, insuranceMinor: 0n } as const

/** Money of a loan on its way out: what the client gets of it, and how the loan and the books stand after it. */
export interface PayingOut {
  readonly handedOutMinor: bigint
  readonly happened: Happened
  /** Of the first money that is paid out. */
  readonly dates: LoanDates | null
  readonly held: readonly HeldSavings[]
}

/** What a record of money paid out says besides: of the first of it, from when it counts and what is held for it. */
export const firstPaid = ({ dates, held }: PayingOut) => ({
  ...(dates ? { dates } : {}),
  ...(held.length > 0 ? { savingsHeld: held } : {}),
})

/** Of the loan, of the account that its money moves, and of those on which something is held. */
export function custodyOfPaying({ loan, money, savings }: DisbursementState, { held }: PayingOut) {
  const moved = custodyWith(loan, money)
  const holding = savings
    .filter(({ accountId }) => held.some(one => one.accountId === accountId))
    .filter(({ accountId }) => moved.every(({ account }) => account !== accountId))
  return [...moved, ...holding.map(({ accountId: account, epoch }) => ({ account, epoch }))]
}

/** Refuses what `checkLoan` refuses; currency-differs; field-invalid for a first due date that has passed, and where days end before the loan does; of the first money what `checkApplication` refuses, loan-conditions-open and what `holdSavings` refuses; loan-above-agreed, loan-defaulted and field-invalid for parts, and for one from the last due date on. */
export function payOut(
  { loan, standing, openConditions: open, savings, money, calendar }: DisbursementState,
  { amountMinor, currency }: Pick<DisburseLoan, 'amountMinor' | 'currency'>,
  step: LoanStep,
  context: OpenDayContext,
): Result<PayingOut, Refusal> {
  const today = context.businessDate
  const possible = checkLoan(loan, step, context.device.logId)
  if (!possible.ok) return possible
  if (currency !== loan.currency) return refuse({ type: 'currency-differs', expected: loan.currency })
  const { firstDueOn } = loan.agreement
  if (!loan.dates && firstDueOn && firstDueOn <= today) return fault('firstDueOn', 'in-the-past')
  if (!loan.dates && !fallsDueInTime(loan.product, loan.agreement, today)) return fault('installments', 'above-maximum')
  const sound = loan.dates ? ok(null) : checkApplication(loan, standing, today)
  if (!sound.ok) return sound
  if (!loan.dates && open > 0) return refuse({ type: 'loan-conditions-open', open })
  const held = loan.dates ? ok([]) : holdSavings(loan, savings, context)
  if (!held.ok) return held
  const tranche = checkTranche(loan, amountMinor)
  if (!tranche.ok) return tranche
  const inTime = checkInTime(loan, today)
  if (!inTime.ok) return inTime
  const dates = loan.dates ? null : datesOf(loan.product, loan.agreement, today, calendar)
  const atOnce = dates ? paidAtOnce(loan.product, loan.agreement.principalMinor) : nothingAtOnce
  const { feesMinor, insuranceMinor } = atOnce
  if (amountMinor <= feesMinor) return fault('amountMinor', 'below-minimum')
  const paidOut: LoanEntry = {
    id: context.newId(),
    enteredOn: today,
    effectiveOn: today,
    type: 'paid-out',
    amountMinor,
    ...(feesMinor > 0n ? { upfrontFeesMinor: feesMinor } : {}),
    ...(insuranceMinor > 0n ? { upfrontInsuranceMinor: insuranceMinor } : {}),
  }
  const added = [paidOut, ...(dates ? chargesFrom(loan.product, today, context.newId) : [])]
  const happened = happen(loan, { added, description: 'loan-disbursement', money, ...(dates ? { dates } : {}) }, today)
  return ok({ handedOutMinor: amountMinor - feesMinor, happened, dates, held: held.value })
}

/** What leaves a drawer lies in it: drawer-short. */
export function checkHandedOut(money: LoanMoney, amountMinor: bigint, currency: CurrencyCode): Result<null, Refusal> {
  return money.kind === 'drawer' && amountMinor > money.balanceMinor
    ? refuse({ type: 'drawer-short', availableMinor: money.balanceMinor, currency })
    : ok(null)
}

/**
 * Pays a loan out, whole or in part: Dr principal / Cr drawer or the client's account, less what is paid for it at once.
 * Refuses what `payOut` refuses, then what `checkHandedOut` refuses. Rules: L30, L31, L34, L36, L45, L51.
 */
export function disburseLoan(
  state: DisbursementState,
  command: DisburseLoan,
  context: OpenDayContext,
): Result<Decision, Refusal> {
  const { loan, money } = state
  const { currency } = command
  const paying = payOut(state, command, 'disburse', context)
  if (!paying.ok) return paying
  const { happened, handedOutMinor } = paying.value
  const paidMinor = changesHands(money, handedOutMinor, currency)
  const there = checkHandedOut(money, paidMinor, currency)
  if (!there.ok) return there
  return ok({
    type: 'loan.disbursed',
    class: 'fact',
    entries: [...happened.entries, ...roundingEntries(money, -paidMinor, -handedOutMinor, currency)],
    body: {
      ...happened.body,
      ...moneyNamed(money),
      amountMinor: paidMinor,
      currency,
      ...firstPaid(paying.value),
    },
    custody: custodyOfPaying(state, paying.value),
    pins: productPin(loan.product),
    printsReceipt: true,
  })
}
