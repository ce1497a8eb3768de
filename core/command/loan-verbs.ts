import type { OpenDayContext } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import { chargeLoan, refundLoan, rescheduleLoan, waiveOnLoan, writeOffLoan } from '../loans/change-loan.ts'
import { type DisbursementState, disburseLoan } from '../loans/disburse-loan.ts'
import { draftLoan } from '../loans/draft-loan.ts'
import type { ApproveLoan, RepayLoan } from '../loans/loan-commands.ts'
import {
  type ApplicationState,
  approveLoan,
  cancelLoan,
  meetCondition,
  rejectLoan,
  submitLoan,
  withdrawLoan,
} from '../loans/move-application.ts'
import { refinanceLoan } from '../loans/refinance-loan.ts'
import { type RepaymentState, repayLoan } from '../loans/repay-loan.ts'
import { sumMinor } from '../money/amount.ts'
import type { Refusal } from '../refusal.ts'
import type { Result } from '../result.ts'
import { checkPayable, checkSignatures } from '../savings/check-payable.ts'
import { checkReceivable } from '../savings/check-receivable.ts'
import { checkPostable } from '../savings/savings-account.ts'
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
  loadRescheduling,
  type Paying,
} from './load-loan.ts'
import { loadCondition } from './load-loan-condition.ts'
import {
  approvalLimit,
  chargeLimit,
  payingLimit,
  repaymentLimit,
  rescheduleLimit,
  waiverLimit,
  writeOffLimit,
} from './loan-limits.ts'
import { loanSecurityVerbs } from './loan-security-verbs.ts'
import { dayVerb, type VerbsOf } from './verb.ts'

function approve(
  state: ApplicationState & Rated,
  command: ApproveLoan,
  context: OpenDayContext,
): Result<Decision, Refusal> {
  const held = approvalLimit(state, command, context)
  return approveLoan({ ...state, mayDecide: person => isWithin(held, person) }, command, context)
}

function repay(state: RepaymentState & Paying, command: RepayLoan, context: OpenDayContext): Result<Decision, Refusal> {
  const { amountMinor, currency, signedBy } = command
  const { account, held } = state
  const decision = repayLoan(state, command, context)
  if (!account || !decision.ok) return decision
  const postable = checkPostable(account, context.device.logId, currency)
  if (!postable.ok) return postable
  if (held) return decision
  const payable = checkPayable(account, { amountMinor, feesMinor: 0n }, context.businessDate)
  if (!payable.ok) return payable
  const signed = checkSignatures(account, signedBy)
  return signed.ok ? decision : signed
}

/** What comes to an account, after what is kept back of it, has to be taken there as a deposit is. */
function received(
  { account, loan }: Paying & Pick<DisbursementState, 'loan'>,
  decision: Result<Decision, Refusal>,
  { device, businessDate }: OpenDayContext,
): Result<Decision, Refusal> {
  if (!account || !decision.ok) return decision
  const lines = decision.value.entries.flatMap(entry => entry.lines)
  const { accountId } = account
  const amountMinor = -sumMinor(lines.flatMap(line => (line.subAccount === accountId ? [line.amountMinor] : [])))
  if (amountMinor === 0n) return decision
  const postable = checkPostable(account, device.logId, loan.currency)
  if (!postable.ok) return postable
  const receivable = checkReceivable(account, amountMinor, businessDate)
  return receivable.ok ? decision : receivable
}

/** Who may take the money of a repayment from where. */
const permissionBySource = { drawer: 'cash-in', savings: 'cash-out', held: 'approve' } as const

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
  'loan.meet-condition': dayVerb({
    recordType: 'loan.condition-met',
    permission: 'approve',
    load: loadCondition,
    decide: meetCondition,
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
  ...loanSecurityVerbs,
  'loan.disburse': dayVerb({
    recordType: 'loan.disbursed',
    permission: 'cash-out',
    load: loadDisbursement,
    limit: payingLimit,
    decide: (state, command, context) => received(state, disburseLoan(state, command, context), context),
  }),
  'loan.refinance': dayVerb({
    recordType: 'loan.refinanced',
    permission: 'cash-out',
    load: loadRefinancing,
    limit: payingLimit,
    decide: (state, command, context) => received(state, refinanceLoan(state, command, context), context),
  }),
  'loan.repay': dayVerb({
    recordType: 'loan.repaid',
    permission: 'cash-in',
    permissionOf: ({ from }) => permissionBySource[from.kind],
    load: loadRepayment,
    limit: repaymentLimit,
    decide: repay,
  }),
  'loan.charge': dayVerb({
    recordType: 'loan.charged',
    permission: 'approve',
    load: loadChange,
    limit: chargeLimit,
    decide: chargeLoan,
  }),
  'loan.waive': dayVerb({
    recordType: 'loan.waived',
    permission: 'approve',
    load: loadChange,
    limit: waiverLimit,
    decide: waiveOnLoan,
  }),
  'loan.refund': dayVerb({
    recordType: 'loan.refunded',
    permission: 'cash-out',
    load: loadRefund,
    limit: payingLimit,
    decide: (state, command, context) => received(state, refundLoan(state, command, context), context),
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
    load: loadRescheduling,
    limit: rescheduleLimit,
    decide: rescheduleLoan,
  }),
}
