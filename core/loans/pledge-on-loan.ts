import { utf8 } from '../crypto/hash.ts'
import { paperBlobs } from '../decision/attachments.ts'
import type { OpenDayContext } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import { noteBlob } from '../decision/note.ts'
import { jsonText } from '../journal/json-text.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { checkLoan, custodyOfLoan, type Loan } from './loan.ts'
import type { PledgeOnLoan, ReleaseCollateral } from './security-commands.ts'
import { type PledgedThing, pledgedThingBlob } from './security-records.ts'

export interface PledgeState {
  readonly loan: Loan
  /** What the thing is known by, as a digest; null where it is known by nothing. */
  readonly thing: string | null
  /** The number of the open loan that it is pledged for; null when it is free. */
  readonly pledgedFor: string | null
}

/**
 * Enters a thing in the register as security for a loan, with what it is worth. What it is, whose, and its papers are sealed under the
 * borrower. Refuses what `checkLoan` refuses; collateral-pledged for a thing that stands for an open loan. Rule: L48.
 */
export function pledgeOnLoan(
  { loan, thing, pledgedFor }: PledgeState,
  { kind, description, valueMinor, owner, reference, attachments }: PledgeOnLoan,
  context: OpenDayContext,
): Result<Decision, Refusal> {
  const possible = checkLoan(loan, 'secure', context.device.logId)
  if (!possible.ok) return possible
  if (pledgedFor !== null) return refuse({ type: 'collateral-pledged', number: pledgedFor })
  const { clientId, loanId, currency } = loan
  const said: PledgedThing = { description, owner, ...(reference === undefined ? {} : { reference }) }
  return ok({
    type: 'loan.pledged',
    class: 'decision',
    entries: [],
    body: { loanId, collateralId: context.newId(), kind, valueMinor, currency, ...(thing ? { thing } : {}) },
    custody: [custodyOfLoan(loan)],
    blobs: [
      { name: pledgedThingBlob, subject: clientId, content: utf8(jsonText(said)) },
      ...(paperBlobs({ attachments }, clientId).blobs ?? []),
    ],
  })
}

export interface CollateralReleaseState {
  readonly loan: Loan
  /** Whether it stands for the loan. */
  readonly isPledged: boolean
}

/** Gives a thing back. Refuses what `checkLoan` refuses, security-unknown. Rule: L48. */
export function releaseCollateral(
  { loan, isPledged }: CollateralReleaseState,
  { collateralId, note }: ReleaseCollateral,
  context: OpenDayContext,
): Result<Decision, Refusal> {
  const possible = checkLoan(loan, 'release-security', context.device.logId)
  if (!possible.ok) return possible
  if (!isPledged) return refuse({ type: 'security-unknown' })
  return ok({
    type: 'loan.collateral-released',
    class: 'decision',
    entries: [],
    body: { loanId: loan.loanId, collateralId },
    custody: [custodyOfLoan(loan)],
    ...noteBlob(note, loan.clientId),
  })
}
