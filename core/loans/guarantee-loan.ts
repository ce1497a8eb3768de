import type { OpenDayContext } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import { noteBlob } from '../decision/note.ts'
import type { KycTier } from '../products/product-fields.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { checkLoan, custodyOfLoan, type Loan } from './loan.ts'
import type { GuaranteeLoan, ReleaseGuarantor } from './security-commands.ts'

/** A guarantee that stands. */
export interface Guarantee {
  readonly guaranteeId: string
  readonly guarantorId: string
  readonly coversMinor: bigint
}

export interface GuaranteeState {
  readonly loan: Loan
  readonly guarantor: { readonly clientId: string; readonly kycTier: KycTier }
  /** Those that stand on the loan already. */
  readonly guarantees: readonly Guarantee[]
  /** The account on which what is covered is held; null where nothing is. */
  readonly held: {
    readonly accountId: string
    readonly custodyEpoch: number
    readonly holders: readonly string[]
  } | null
}

const fault = (field: string, rule: string) => refuse({ type: 'field-invalid', field, rule } as const)

/**
 * Takes a client's word for a loan of another, and holds what it covers on an account of theirs where one is named: until the loan is
 * settled or comes to nothing, or the guarantor is released. Refuses what `checkLoan` refuses; field-invalid for the borrower, for who
 * guarantees it already and for an account that is also the borrower's; kyc-tier-too-low; account-of-other-client. Rule: L47.
 */
export function guaranteeLoan(
  { loan, guarantor, guarantees, held }: GuaranteeState,
  { coversMinor, signedBy }: GuaranteeLoan,
  context: OpenDayContext,
): Result<Decision, Refusal> {
  const possible = checkLoan(loan, 'secure', context.device.logId)
  if (!possible.ok) return possible
  const { clientId: guarantorId, kycTier } = guarantor
  const { kycTier: needed } = loan.product
  if (guarantorId === loan.clientId) return fault('guarantorId', 'is-borrower')
  if (guarantees.some(one => one.guarantorId === guarantorId)) return fault('guarantorId', 'said-before')
  if (kycTier < needed) return refuse({ type: 'kyc-tier-too-low', tier: kycTier, needed })
  if (held && !held.holders.includes(guarantorId)) return refuse({ type: 'account-of-other-client' })
  if (held?.holders.includes(loan.clientId)) return fault('accountId', 'is-borrower')
  return ok({
    type: 'loan.guaranteed',
    class: 'decision',
    entries: [],
    body: {
      loanId: loan.loanId,
      guaranteeId: context.newId(),
      guarantorId,
      coversMinor,
      currency: loan.currency,
      ...(held ? { accountId: held.accountId, holdId: context.newId(), signedBy } : {}),
    },
    custody: [custodyOfLoan(loan), ...(held ? [{ account: held.accountId, epoch: held.custodyEpoch }] : [])],
  })
}

export interface GuarantorReleaseState {
  readonly loan: Loan
  /** Null when no such guarantee stands on the loan. */
  readonly guarantee: Guarantee | null
}

/** Lets a guarantor go, and what is held of theirs. Refuses what `checkLoan` refuses, security-unknown. Rule: L47. */
export function releaseGuarantor(
  { loan, guarantee }: GuarantorReleaseState,
  { note }: ReleaseGuarantor,
  context: OpenDayContext,
): Result<Decision, Refusal> {
  const possible = checkLoan(loan, 'release-security', context.device.logId)
  if (!possible.ok) return possible
  if (!guarantee) return refuse({ type: 'security-unknown' })
  return ok({
    type: 'loan.guarantor-released',
    class: 'decision',
    entries: [],
    body: { loanId: loan.loanId, guaranteeId: guarantee.guaranteeId },
    custody: [custodyOfLoan(loan)],
    ...noteBlob(note, loan.clientId),
  })
}
