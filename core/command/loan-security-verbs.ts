import type { OpenDayContext } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import type { AlwaysTwo } from '../decision/second-person.ts'
import { guaranteeLoan, releaseGuarantor } from '../loans/guarantee-loan.ts'
import type { Loan } from '../loans/loan.ts'
import { pledgeOnLoan, releaseCollateral } from '../loans/pledge-on-loan.ts'
import type { GuaranteeLoan } from '../loans/security-commands.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result } from '../result.ts'
import { checkSignatures } from '../savings/check-payable.ts'
import { checkFree } from '../savings/place-hold.ts'
import { checkPostable, type SavingsAccount } from '../savings/savings-account.ts'
import type { CommandOf } from './command.ts'
import {
  type GuaranteeAsked,
  loadCollateralRelease,
  loadGuarantee,
  loadGuarantorRelease,
  loadPledge,
} from './load-loan-security.ts'
import { dayVerb, type Verb } from './verb.ts'

type SecurityType = 'loan.guarantee' | 'loan.release-guarantor' | 'loan.pledge' | 'loan.release-collateral'

/** What is held must lie there free, and whoever signs for the account signs for that. */
function checkHeld(
  account: SavingsAccount,
  { coversMinor, signedBy }: GuaranteeLoan,
  { currency }: Loan,
  { device }: OpenDayContext,
): Result<null, Refusal> {
  const postable = checkPostable(account, device.logId, currency)
  if (!postable.ok) return postable
  const free = checkFree(account, coversMinor)
  return free.ok ? checkSignatures(account, signedBy) : free
}

function guarantee(state: GuaranteeAsked, command: GuaranteeLoan, context: OpenDayContext): Result<Decision, Refusal> {
  const { account, loan } = state
  const decided = guaranteeLoan(state, command, context)
  const held = account && decided.ok ? checkHeld(account, command, loan, context) : ok(null)
  return held.ok ? decided : held
}

/** Once money is out, nobody lets go alone of what stands for it. */
function release({ loan }: { readonly loan: Loan }): AlwaysTwo | null {
  const { paidOut, paidPrincipal, writtenOffPrincipal } = loan.booked
  const isOut = loan.state === 'active' || loan.state === 'written-off'
  const amountMinor = paidOut - paidPrincipal - writtenOffPrincipal
  return isOut ? { alwaysTwo: true, amountMinor, currency: loan.currency } : null
}

/** The verbs of what stands for loans. */
export const loanSecurityVerbs: { readonly [T in SecurityType]: Verb<CommandOf<T>> } = {
  'loan.guarantee': dayVerb({
    recordType: 'loan.guaranteed',
    permission: 'open-account',
    load: loadGuarantee,
    decide: guarantee,
  }),
  'loan.release-guarantor': dayVerb({
    recordType: 'loan.guarantor-released',
    permission: 'open-account',
    load: loadGuarantorRelease,
    limit: release,
    decide: releaseGuarantor,
  }),
  'loan.pledge': dayVerb({
    recordType: 'loan.pledged',
    permission: 'open-account',
    load: loadPledge,
    decide: pledgeOnLoan,
  }),
  'loan.release-collateral': dayVerb({
    recordType: 'loan.collateral-released',
    permission: 'open-account',
    load: loadCollateralRelease,
    limit: release,
    decide: releaseCollateral,
  }),
}
