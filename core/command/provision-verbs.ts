import type { Context } from '../decision/context.ts'
import type { AlwaysTwo, LimitedAmount } from '../decision/second-person.ts'
import { type ProvisionState, postProvision } from '../loans/post-provision.ts'
import { setProvisionPolicy } from '../loans/set-provision-policy.ts'
import { absoluteMinor } from '../money/amount.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result } from '../result.ts'
import type { Books } from '../storage/books.ts'
import { provisionsAsOf } from '../storage/provision.ts'
import { lastProvision, provisionPolicyOn } from '../storage/provision-postings.ts'
import { bookedBranch } from './booked-branch.ts'
import type { CommandOf } from './command.ts'
import { anytimeVerb, dayVerb, type VerbsOf } from './verb.ts'

/** Refuses branch-unknown and not-head-office. */
function loadProvision(
  { db }: Books,
  { branchId: asked, asOf, currency, allowance }: CommandOf<'provision.post'>,
  context: Context,
): Result<ProvisionState, Refusal> {
  const branch = bookedBranch(db, asked, context)
  if (!branch.ok) return branch
  const branchId = branch.value
  const policy = provisionPolicyOn(db, asOf)
  const provided = provisionsAsOf(db, asOf, policy, branchId).find(
    one => one.currency === currency && one.allowance === allowance,
  )
  return ok({
    branchId,
    method: policy.method,
    expense: provided?.expense ?? '',
    requiredMinor: provided?.requiredMinor ?? 0n,
    standingMinor: provided?.standingMinor ?? 0n,
    differenceMinor: provided?.differenceMinor ?? 0n,
    classes: (provided?.rows ?? []).map(({ productName: _, ...row }) => row),
    lastPostedOn: lastProvision(db, { branchId, currency, allowance }),
  })
}

/** As a manual journal of the same amount: in another currency than the institution's it always takes two people. */
function provisionLimit(
  { differenceMinor }: ProvisionState,
  { currency }: CommandOf<'provision.post'>,
  { institution }: Context,
): LimitedAmount | AlwaysTwo {
  const amountMinor = absoluteMinor(differenceMinor)
  return currency === institution.currency
    ? { limit: 'manualJournalMinor', amountMinor }
    : { alwaysTwo: true, amountMinor, currency }
}

/** The verbs of what is provided for loan losses. */
export const provisionVerbs: VerbsOf<'provision'> = {
  'provision.post': dayVerb({
    recordType: 'provision.posted',
    permission: 'journal',
    load: loadProvision,
    limit: provisionLimit,
    decide: postProvision,
  }),
  'provision.set-policy': anytimeVerb({
    recordType: 'provision.policy-set',
    permission: 'product',
    isHeadOfficeOnly: true,
    load: () => ok(null),
    decide: setProvisionPolicy,
  }),
}
