import type { OpenDayContext } from '../decision/context.ts'
import type { Decision, PlainBody } from '../decision/decision.ts'
import type { KycTier } from '../products/product-fields.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { checkSignatures } from './check-payable.ts'
import { checkPostable, type SavingsAccount } from './savings-account.ts'
import type { ReactivateAccount, SetHolders, SetOverdraft } from './savings-commands.ts'

/** A decision about an account that moves no money. */
const aboutAccount = (type: string, { accountId, custodyEpoch }: SavingsAccount, body: PlainBody): Decision => ({
  type,
  class: 'decision',
  entries: [],
  body: { accountId, ...body },
  custody: [{ account: accountId, epoch: custodyEpoch }],
})

/** Brings a dormant account back to work. Refuses account-not-dormant, account-in-other-custody. Rule: S18. */
export function reactivateAccount(
  account: SavingsAccount,
  _command: ReactivateAccount,
  { device }: OpenDayContext,
): Result<Decision, Refusal> {
  if (account.status !== 'dormant') return refuse({ type: 'account-not-dormant' })
  const kept = checkPostable({ ...account, status: 'active' }, device.logId, account.currency)
  return kept.ok ? ok(aboutAccount('savings.reactivated', account, {})) : kept
}

/**
 * Agrees another overdraft limit with the client, within the product's; zero ends it. Refuses what no posting is allowed for, no-overdraft,
 * amount-above-maximum, overdraft-in-use (less than what is owed now). Rule: S19.
 */
export function setOverdraft(
  account: SavingsAccount,
  { limitMinor }: SetOverdraft,
  { device }: OpenDayContext,
): Result<Decision, Refusal> {
  const { product, currency, balanceMinor } = account
  const postable = checkPostable(account, device.logId, currency)
  if (!postable.ok) return postable
  const offered = product.kind === 'current' ? product.overdraft : undefined
  if (!offered) return refuse({ type: 'no-overdraft' })
  if (limitMinor > offered.limitMinor)
    return refuse({ type: 'amount-above-maximum', maxMinor: offered.limitMinor, currency })
  if (-balanceMinor > limitMinor) return refuse({ type: 'overdraft-in-use', owedMinor: -balanceMinor, currency })
  return ok(aboutAccount('savings.overdraft-set', account, { limitMinor }))
}

export interface HoldersState {
  readonly account: SavingsAccount
  /** Those who hold it with the client whose it is. */
  readonly others: readonly { readonly clientId: string; readonly kycTier: KycTier }[]
}

/**
 * Says who holds the account with the client whose it is, and how they sign. Refuses what no posting is allowed for, kyc-tier-too-low,
 * field-invalid where the client stands among the others, signatures-missing of those who hold it now. Rule: S15.
 */
export function setHolders(
  { account, others }: HoldersState,
  { signing, signedBy }: SetHolders,
  { device }: OpenDayContext,
): Result<Decision, Refusal> {
  const postable = checkPostable(account, device.logId, account.currency)
  if (!postable.ok) return postable
  const needed = account.product.kycTier
  const low = others.find(({ kycTier }) => kycTier < needed)
  if (low) return refuse({ type: 'kyc-tier-too-low', tier: low.kycTier, needed })
  const holders = others.map(({ clientId }) => clientId)
  if (holders.includes(account.clientId))
    return refuse({ type: 'field-invalid', field: 'holders', rule: 'repeated-holder' })
  const signed = checkSignatures(account, signedBy)
  return signed.ok ? ok(aboutAccount('savings.holders-set', account, { holders, signing, signedBy })) : signed
}
