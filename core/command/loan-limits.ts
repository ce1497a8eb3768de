import { backdateDaysOfRole } from '../authority/backdating.ts'
import type { LimitName } from '../authority/roles.ts'
import { daysBetween } from '../calendar/business-date.ts'
import type { Context, OpenDayContext } from '../decision/context.ts'
import type { AlwaysTwo } from '../decision/second-person.ts'
import { limitedIn } from '../foreign-exchange/day-rate.ts'
import { movedMinor, owedMinor, waivedMinor } from '../loans/decided-amounts.ts'
import type { Loan } from '../loans/loan.ts'
import type { ChargeLoan, RepayLoan, RescheduleLoan, WaiveOnLoan } from '../loans/loan-commands.ts'
import { hadAHandIn } from '../loans/own-hands.ts'
import type { Rated } from './foreign-rate.ts'
import type { Paying } from './load-loan.ts'
import type { Held } from './verb.ts'

type OfLoan = { readonly loan: Loan } & Rated

/** An amount in the currency of a loan against a limit of the person. */
const limitOn =
  (limit: LimitName) =>
  ({ loan: { currency }, rate }: OfLoan, { amountMinor }: { readonly amountMinor: bigint }, { institution }: Context) =>
    limitedIn(limit, { amountMinor, currency }, institution.currency, rate)

/** What comes to an account is held against the limit for paying out and, as a deposit is, against that for taking in. */
export const payingLimit = (
  state: OfLoan & Paying,
  command: { readonly amountMinor: bigint },
  context: Context,
): readonly Held[] => {
  const out = limitOn('cashOutMinor')(state, command, context)
  return state.account ? [out, limitOn('cashInMinor')(state, command, context)] : [out]
}

/** What is to count from further back than the person may say alone takes two. */
const backdated = (
  { amountMinor, currency, valueDate }: RepayLoan,
  { actor, businessDate }: OpenDayContext,
): AlwaysTwo | null =>
  valueDate && daysBetween(valueDate, businessDate) > backdateDaysOfRole[actor.role]
    ? { alwaysTwo: true, amountMinor, currency }
    : null

/** A repayment out of an account is money that leaves it, as with a transfer; in cash it is money that comes in; what is held two people take. */
export function repaymentLimit(state: OfLoan & Paying, command: RepayLoan, context: OpenDayContext): readonly Held[] {
  const { amountMinor, currency, from } = command
  if (from.kind === 'held') return [{ alwaysTwo: true, amountMinor, currency }]
  return [limitOn(state.account ? 'cashOutMinor' : 'cashInMinor')(state, command, context), backdated(command, context)]
}

export const approvalLimit = (state: OfLoan, _: unknown, context: Context) =>
  limitOn('loanApprovalMinor')(state, { amountMinor: state.loan.agreement.principalMinor }, context)

/** What a person decides of a loan is held against how much they may lend. */
const decidedOf = (state: OfLoan, amountMinor: bigint, context: Context): Held =>
  limitOn('loanApprovalMinor')(state, { amountMinor }, context)

export const chargeLimit = (state: OfLoan, { amountMinor }: ChargeLoan, context: Context): Held =>
  decidedOf(state, amountMinor, context)

export const rescheduleLimit = (state: OfLoan, command: RescheduleLoan, context: OpenDayContext): Held =>
  decidedOf(state, movedMinor(state.loan, command, context.businessDate), context)

/** Of a loan that a person had a hand in, they give nothing up alone, however little. Rule: L43. */
function givenUp(state: OfLoan, amountMinor: bigint, context: Context): readonly Held[] {
  const { loan } = state
  const isOwn = hadAHandIn(loan, context.actor.staffId)
  return [
    decidedOf(state, amountMinor, context),
    isOwn ? { alwaysTwo: true, amountMinor, currency: loan.currency } : null,
  ]
}

export const waiverLimit = (state: OfLoan, command: WaiveOnLoan, context: OpenDayContext): readonly Held[] =>
  givenUp(state, waivedMinor(state.loan, command, context.businessDate), context)

export const writeOffLimit = (state: OfLoan, _: unknown, context: OpenDayContext): readonly Held[] =>
  givenUp(state, owedMinor(state.loan, context.businessDate), context)
