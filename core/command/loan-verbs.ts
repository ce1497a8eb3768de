import type { LimitName } from '../authority/roles.ts'
import type { Context, OpenDayContext } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import { limitedIn } from '../foreign-exchange/day-rate.ts'
import { chargeLoan, refundLoan, rescheduleLoan, waiveOnLoan, writeOffLoan } from '../loans/change-loan.ts'
import { type DisbursementState, disburseLoan } from '../loans/disburse-loan.ts'
import { draftLoan } from '../loans/draft-loan.ts'
import type { Loan } from '../loans/loan.ts'
import type { ApproveLoan, DisburseLoan, RepayLoan } from '../loans/loan-commands.ts'
import {
  type ApplicationState,
  approveLoan,
  cancelLoan,
  rejectLoan,
  submitLoan,
  withdrawLoan,
} from '../loans/move-application.ts'
import { refinanceLoan } from '../loans/refinance-loan.ts'
import { type RepaymentState, repayLoan } from '../loans/repay-loan.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result } from '../result.ts'
import { checkPayable, checkSignatures } from '../savings/check-payable.ts'
import { checkReceivable } from '../savings/check-receivable.ts'
import { checkPostable, type SavingsAccount } from '../savings/savings-account.ts'
import { isWithin } from './authorize.ts'
import type { Rated } from './foreign-rate.ts'
import {
  loadApplication,
  loadChange,
  loadDisbursement,
  loadDraft,
  loadRefinancing,
  loadRefund,
  loadRepayment,
  type Paying,
} from './load-loan.ts'
import { dayVerb, type VerbsOf } from './verb.ts'

type OfLoan = { readonly loan: Loan } & Rated

/** An amount in the currency of a loan against a limit of the person. */
const limitOn =
  (limit: LimitName) =>
  ({ loan: { currency }, rate }: OfLoan, { amountMinor }: { readonly amountMinor: bigint }, { institution }: Context) =>
    limitedIn(limit, { amountMinor, currency }, institution.currency, rate)

const approvalLimit = (state: OfLoan, _: unknown, context: Context) =>
  limitOn('loanApprovalMinor')(state, { amountMinor: state.loan.agreement.principalMinor }, context)

function approve(
  state: ApplicationState & Rated,
  command: ApproveLoan,
  context: OpenDayContext,
): Result<Decision, Refusal> {
  const held = approvalLimit(state, command, context)
  return approveLoan({ ...state, mayDecide: person => isWithin(held, person) }, command, context)
}

/** What the account has to allow where no cash moves. */
function decided(
  account: SavingsAccount | null,
  check: (account: SavingsAccount) => Result<null, Refusal>,
  decision: Result<Decision, Refusal>,
): Result<Decision, Refusal> {
  const allowed = account && decision.ok ? check(account) : ok(null)
  return allowed.ok ? decision : allowed
}

function disburse(
  state: DisbursementState & Paying,
  command: DisburseLoan,
  context: OpenDayContext,
): Result<Decision, Refusal> {
  return decided(state.account, account => received(account, command, context), disburseLoan(state, command, context))
}

function repay(state: RepaymentState & Paying, command: RepayLoan, context: OpenDayContext): Result<Decision, Refusal> {
  const { amountMinor, currency, signedBy } = command
  return decided(
    state.account,
    account => {
      const postable = checkPostable(account, context.device.logId, currency)
      if (!postable.ok) return postable
      const payable = checkPayable(account, { amountMinor, feesMinor: 0n }, context.businessDate)
      return payable.ok ? checkSignatures(account, signedBy) : payable
    },
    repayLoan(state, command, context),
  )
}

/** What comes to an account has to be taken there. */
const received = (
  account: SavingsAccount,
  { amountMinor, currency }: { readonly amountMinor: bigint; readonly currency: Loan['currency'] },
  { device, businessDate }: OpenDayContext,
): Result<null, Refusal> => {
  const postable = checkPostable(account, device.logId, currency)
  return postable.ok ? checkReceivable(account, amountMinor, businessDate) : postable
}

/** The principal that would be given up. */
const writeOffLimit = (state: OfLoan, _: unknown, context: Context) => {
  const { paidOut, paidPrincipal, writtenOffPrincipal } = state.loan.booked
  const amountMinor = paidOut - paidPrincipal - writtenOffPrincipal
  return limitOn('loanApprovalMinor')(state, { amountMinor }, context)
}

/** The verbs of loans, from the application on. */
export const loanVerbs: VerbsOf<'loan'> = {
  'loan.draft': dayVerb({
    recordType: 'loan.drafted',
    permission: 'open-account',
    load: loadDraft,
    decide: draftLoan,
  }),
  'loan.submit': dayVerb({
    recordType: 'loan.submitted',
    permission: 'open-account',
    load: loadApplication,
    decide: submitLoan,
  }),
  'loan.approve': dayVerb({
    recordType: 'loan.approved',
    permission: 'approve',
    load: loadApplication,
    limit: approvalLimit,
    decide: approve,
  }),
  'loan.reject': dayVerb({
    recordType: 'loan.rejected',
    permission: 'approve',
    load: loadApplication,
    decide: rejectLoan,
  }),
  'loan.withdraw': dayVerb({
    recordType: 'loan.withdrawn',
    permission: 'open-account',
    load: loadApplication,
    decide: withdrawLoan,
  }),
  'loan.cancel': dayVerb({
    recordType: 'loan.cancelled',
    permission: 'approve',
    load: loadApplication,
    decide: cancelLoan,
  }),
  'loan.disburse': dayVerb({
    recordType: 'loan.disbursed',
    permission: 'cash-out',
    load: loadDisbursement,
    limit: limitOn('cashOutMinor'),
    decide: disburse,
  }),
  'loan.refinance': dayVerb({
    recordType: 'loan.refinanced',
    permission: 'cash-out',
    load: loadRefinancing,
    limit: limitOn('cashOutMinor'),
    decide: (state, command, context) =>
      decided(state.account, account => received(account, command, context), refinanceLoan(state, command, context)),
  }),
  'loan.repay': dayVerb({
    recordType: 'loan.repaid',
    permission: 'cash-in',
    load: loadRepayment,
    limit: limitOn('cashInMinor'),
    decide: repay,
  }),
  'loan.charge': dayVerb({
    recordType: 'loan.charged',
    permission: 'approve',
    load: loadChange,
    decide: chargeLoan,
  }),
  'loan.waive': dayVerb({
    recordType: 'loan.waived',
    permission: 'approve',
    load: loadChange,
    decide: waiveOnLoan,
  }),
  'loan.refund': dayVerb({
    recordType: 'loan.refunded',
    permission: 'cash-out',
    load: loadRefund,
    limit: limitOn('cashOutMinor'),
    decide: (state, command, context) =>
      decided(state.account, account => received(account, command, context), refundLoan(state, command, context)),
  }),
  'loan.write-off': dayVerb({
    recordType: 'loan.written-off',
    permission: 'approve',
    load: loadChange,
    limit: writeOffLimit,
    decide: writeOffLoan,
  }),
  'loan.reschedule': dayVerb({
    recordType: 'loan.rescheduled',
    permission: 'approve',
    load: loadChange,
    decide: rescheduleLoan,
  }),
}
