import { assert } from '../assert.ts'
import { addDays, type BusinessDate } from '../calendar/business-date.ts'
import { addMonths, monthsBetween } from '../calendar/months.ts'
import type { Decision } from '../decision/decision.ts'
import type { DepositProduct } from '../products/deposit-product.ts'
import type { SavingsAccount } from '../savings/savings-account.ts'
import { closeOrName } from './close-account-day.ts'
import type { RunCloseOfBusiness } from './close-of-business-commands.ts'
import { type ClosePosting, entriesTogether } from './close-posting.ts'
import type { MaturedDeposit } from './close-records.ts'
import type { ClosingAccount } from './closing-account.ts'
import { settleAccount } from './settle-account.ts'

export interface MaturingDeposit {
  readonly at: ClosingAccount
  /** The version of its product under which a deposit is taken now; null where there is none. */
  readonly current: DepositProduct | null
  /** The client's own account for a payment, the one opened first; null where there is none. */
  readonly savings: SavingsAccount | null
}

interface Dealt {
  readonly maturity: Omit<MaturedDeposit, 'accountId' | 'epoch' | 'maturedOn'>
  readonly entries?: Decision['entries']
  /** Where the money goes. */
  readonly payee?: SavingsAccount
}

const waits = (because: NonNullable<MaturedDeposit['because']>): Dealt => ({ maturity: { outcome: 'waits', because } })

/** A renewal is for as many months as before, under the version of the day, from the day of maturity on. */
function renewed({ at: { account }, current }: MaturingDeposit, maturedOn: BusinessDate): Dealt {
  const { product, termFrom, controlAccount } = account
  const isAlike = current?.kind === product.kind && current.controlAccount === controlAccount
  if (!current || !isAlike) return waits('not-renewable')
  const maturesOn = addMonths(maturedOn, monthsBetween(termFrom, maturedOn))
  return {
    maturity: { outcome: 'renewed', renewal: { productVersion: current.version, termFrom: maturedOn, maturesOn } },
  }
}

/** Settled like any account that is closed for good, and what is left goes to the client's savings. */
function paidOut(at: ClosingAccount, payee: SavingsAccount, date: BusinessDate): Dealt {
  const { accountId, controlAccount, currency } = at.account
  const { postings, feesMinor, leftMinor } = settleAccount(at, date)
  const payout: ClosePosting = {
    description: 'deposit-at-maturity',
    debit: { account: controlAccount, subAccount: accountId },
    credit: { account: payee.controlAccount, subAccount: payee.accountId },
    amountMinor: leftMinor,
    currency,
  }
  return {
    maturity: {
      outcome: 'to-savings',
      toAccountId: payee.accountId,
      amountMinor: leftMinor,
      ...(feesMinor > 0n ? { feesMinor } : {}),
    },
    entries: entriesTogether([...postings, payout]),
    payee,
  }
}

/** Whether the close of the term's last day has still something to count, or cannot. */
function isBehind(at: ClosingAccount, maturedOn: BusinessDate): boolean {
  const lastDay = addDays(maturedOn, -1)
  const eve = closeOrName(at, lastDay, lastDay)?.facts
  return eve?.failed !== undefined || eve?.accrual !== undefined
}

function deal(deposit: MaturingDeposit, maturedOn: BusinessDate, date: BusinessDate): Dealt {
  const { at, savings } = deposit
  const { product, balanceMinor, heldMinor } = at.account
  assert(product.kind === 'fixed' || product.kind === 'recurring', 'what matures is a deposit with a term')
  if (product.atMaturity === 'wait') return { maturity: { outcome: 'waits' } }
  if (isBehind(at, maturedOn))
    return { maturity: { outcome: 'waits', because: 'not-counted', nextOn: addDays(date, 1) } }
  if (balanceMinor <= 0n) return waits('nothing-there')
  if (product.atMaturity === 'renew') return renewed(deposit, maturedOn)
  if (heldMinor > 0n) return waits('held')
  return savings ? paidOut(at, savings, date) : waits('no-savings-account')
}

/**
 * A deposit whose term ended is dealt with once, at the close of the day on which it is free, as its product says: it begins a new term,
 * is settled, paid to the client's savings and closed, or waits for the client; so it does where the first two cannot be. While interest
 * of its term is not counted, it is looked at again with the next date. Rule: E11.
 */
export function matureDeposit(
  deposit: MaturingDeposit,
  { date, step, chunk }: RunCloseOfBusiness,
): Omit<Decision, 'type' | 'class'> {
  const { accountId, custodyEpoch: epoch, maturesOn } = deposit.at.account
  assert(maturesOn !== null && maturesOn <= date, 'a deposit is dealt with from its maturity on')
  const { maturity, entries = [], payee } = deal(deposit, maturesOn, date)
  return {
    body: { date, step, chunk, maturity: { accountId, epoch, maturedOn: maturesOn, ...maturity } },
    entries,
    custody: [
      { account: accountId, epoch },
      ...(payee ? [{ account: payee.accountId, epoch: payee.custodyEpoch }] : []),
    ],
  }
}
