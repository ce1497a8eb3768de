import { assert } from '../assert.ts'
import type { BusinessDate } from '../calendar/business-date.ts'
import { addMonths, monthsBetween } from '../calendar/months.ts'
import type { Decision } from '../decision/decision.ts'
import { transferEntry } from '../journal/entry.ts'
import type { DepositProduct } from '../products/deposit-product.ts'
import type { SavingsAccount } from '../savings/savings-account.ts'
import type { RunCloseOfBusiness } from './close-of-business-commands.ts'
import type { MaturedDeposit } from './close-records.ts'

export interface MaturingDeposit {
  readonly account: SavingsAccount
  /** The version of its product under which a deposit is taken now; null where there is none. */
  readonly current: DepositProduct | null
  /** The client's own account for a payment, the one opened first; null where there is none. */
  readonly savings: SavingsAccount | null
}

type Outcome = Omit<MaturedDeposit, 'accountId' | 'epoch' | 'maturedOn'>

/** A renewal is for as many months as before, under the version of the day, from the day of maturity on. */
function renewed({ account, current }: MaturingDeposit, maturedOn: BusinessDate): Outcome {
  const { product, termFrom, controlAccount } = account
  const isAlike = current?.kind === product.kind && current.controlAccount === controlAccount
  if (!current || !isAlike) return { outcome: 'waits', because: 'not-renewable' }
  const maturesOn = addMonths(maturedOn, monthsBetween(termFrom, maturedOn))
  return { outcome: 'renewed', renewal: { productVersion: current.version, termFrom: maturedOn, maturesOn } }
}

function outcomeOf(deposit: MaturingDeposit, maturedOn: BusinessDate): Outcome {
  const { account, savings } = deposit
  const { product, balanceMinor, heldMinor } = account
  assert(product.kind === 'fixed' || product.kind === 'recurring', 'what matures is a deposit with a term')
  if (product.atMaturity === 'wait') return { outcome: 'waits' }
  if (balanceMinor <= 0n) return { outcome: 'waits', because: 'nothing-there' }
  if (product.atMaturity === 'renew') return renewed(deposit, maturedOn)
  if (heldMinor > 0n) return { outcome: 'waits', because: 'held' }
  if (!savings) return { outcome: 'waits', because: 'no-savings-account' }
  return { outcome: 'to-savings', toAccountId: savings.accountId, amountMinor: balanceMinor }
}

/**
 * A deposit whose term ended is dealt with once, at the close of the day on which it is free, as its product says: it begins a new term,
 * is paid to the client's savings and closed, or waits for the client; so it does where the first two cannot be. Rule: E11.
 */
export function matureDeposit(
  deposit: MaturingDeposit,
  { date, step, chunk }: RunCloseOfBusiness,
): Omit<Decision, 'type' | 'class'> {
  const { account, savings } = deposit
  const { accountId, custodyEpoch: epoch, maturesOn, controlAccount, currency } = account
  assert(maturesOn !== null && maturesOn <= date, 'a deposit is dealt with from its maturity on')
  const outcome = outcomeOf(deposit, maturesOn)
  const maturity: MaturedDeposit = { accountId, epoch, maturedOn: maturesOn, ...outcome }
  const own = { account: accountId, epoch }
  if (outcome.outcome !== 'to-savings' || !savings || !outcome.amountMinor)
    return { body: { date, step, chunk, maturity }, entries: [], custody: [own] }
  const entry = transferEntry('Deposit at maturity', {
    debit: { account: controlAccount, subAccount: accountId },
    credit: { account: savings.controlAccount, subAccount: savings.accountId },
    amountMinor: outcome.amountMinor,
    currency,
  })
  const custody = [own, { account: savings.accountId, epoch: savings.custodyEpoch }]
  return { body: { date, step, chunk, maturity }, entries: [entry], custody }
}
