import { hex, sha256, utf8 } from '../crypto/hash.ts'
import { foldText } from '../customers/fold-text.ts'
import type { OpenDayContext } from '../decision/context.ts'
import type { GuaranteeState, GuarantorReleaseState } from '../loans/guarantee-loan.ts'
import type { CollateralReleaseState, PledgeState } from '../loans/pledge-on-loan.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { SavingsAccount } from '../savings/savings-account.ts'
import type { Books } from '../storage/books.ts'
import { kycTierOfClient } from '../storage/clients.ts'
import { collateralOf, pledgedFor, standingGuarantees } from '../storage/loan-security.ts'
import { loadLoan } from '../storage/loans.ts'
import { loadSavingsAccount } from '../storage/savings-accounts.ts'
import type { CommandOf } from './command.ts'

/** With the account on which something would be held. */
export type GuaranteeAsked = GuaranteeState & { readonly account: SavingsAccount | null }

/** Refuses loan-unknown, client-unknown, account-unknown. */
export function loadGuarantee(
  { db }: Books,
  { loanId, guarantorId, accountId }: CommandOf<'loan.guarantee'>,
  { businessDate }: OpenDayContext,
): Result<GuaranteeAsked, Refusal> {
  const loan = loadLoan(db, loanId)
  if (!loan) return refuse({ type: 'loan-unknown' })
  const kycTier = kycTierOfClient(db, guarantorId)
  if (kycTier === null) return refuse({ type: 'client-unknown' })
  const account = accountId === undefined ? null : loadSavingsAccount(db, accountId, businessDate)
  if (accountId !== undefined && !account) return refuse({ type: 'account-unknown' })
  return ok({
    loan,
    guarantor: { clientId: guarantorId, kycTier },
    guarantees: standingGuarantees(db, loanId),
    account,
    held: account,
  })
}

/** Refuses loan-unknown. */
export function loadGuarantorRelease(
  { db }: Books,
  { loanId, guaranteeId }: CommandOf<'loan.release-guarantor'>,
): Result<GuarantorReleaseState, Refusal> {
  const loan = loadLoan(db, loanId)
  if (!loan) return refuse({ type: 'loan-unknown' })
  const guarantee = standingGuarantees(db, loanId).find(one => one.guaranteeId === guaranteeId)
  return ok({ loan, guarantee: guarantee ?? null })
}

/** The same for the same thing, however its number is written; of another kind it is another thing. */
const digestOf = (institutionId: string, kind: string, reference: string): string =>
  hex(sha256(utf8([institutionId, kind, foldText(reference)].join('/'))))

/** Refuses loan-unknown. */
export function loadPledge(
  { db }: Books,
  { loanId, kind, reference }: CommandOf<'loan.pledge'>,
  { institution }: OpenDayContext,
): Result<PledgeState, Refusal> {
  const loan = loadLoan(db, loanId)
  if (!loan) return refuse({ type: 'loan-unknown' })
  const thing = reference === undefined ? null : digestOf(institution.institutionId, kind, reference)
  return ok({ loan, thing, pledgedFor: thing && pledgedFor(db, thing) })
}

/** Refuses loan-unknown. */
export function loadCollateralRelease(
  { db }: Books,
  { loanId, collateralId }: CommandOf<'loan.release-collateral'>,
): Result<CollateralReleaseState, Refusal> {
  const loan = loadLoan(db, loanId)
  if (!loan) return refuse({ type: 'loan-unknown' })
  const isPledged = collateralOf(db, loanId).some(
    one => one.collateralId === collateralId && one.releasedPosition === null,
  )
  return ok({ loan, isPledged })
}
