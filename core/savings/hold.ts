import { isAllowed } from '../authority/roles.ts'
import type { Grant } from '../decision/context.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { SavingsAccount } from './savings-account.ts'

/** An amount set aside on an account, as the verbs see it. */
export interface Hold {
  readonly holdId: string
  readonly reason: string
  readonly amountMinor: bigint
  /** Neither released nor captured nor expired. */
  readonly isActive: boolean
  /** It secures a loan, which alone releases it. */
  readonly isOfLoan: boolean
}

/** Holds that somebody else than the counter answers for. */
const needsOverseer: readonly string[] = ['court-order', 'dispute']

/** Savings that a borrower must hold are locked by a guarantee, which the counter does not lift. */
const isLock = ({ reason }: Hold, { product }: SavingsAccount): boolean =>
  reason === 'guarantee' && product.kind === 'compulsory'

/** What somebody else than the holders has a right to: it goes to the ledger by two people, and no holder need sign. Rules: S9, S15. */
export const isOwedToOthers = (reason: string): boolean => reason === 'court-order' || reason === 'guarantee'

/**
 * Whether this person may end the hold: what secures a loan is the loan's to release (`hold-of-loan`); a court's, a dispute's and the lock of compulsory savings are a manager's to end (`not-permitted`),
 * and each ends once (`hold-not-active`). Rules: A47, L47, S24.
 */
export function checkEnding(hold: Hold, account: SavingsAccount, { role }: Grant): Result<null, Refusal> {
  if (hold.isOfLoan) return refuse({ type: 'hold-of-loan' })
  const isOverseen = needsOverseer.includes(hold.reason) || isLock(hold, account)
  if (isOverseen && !isAllowed(role, 'approve')) return refuse({ type: 'not-permitted', permission: 'approve', role })
  return hold.isActive ? ok(null) : refuse({ type: 'hold-not-active' })
}
