import { present } from '../assert.ts'
import type { BusinessDate } from '../calendar/business-date.ts'
import { checkLedgerAccount } from '../decision/check-ledger-account.ts'
import type { OpenDayContext } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import { type Accrual, openAccrual, takenOverAccrual } from '../interest/accrual.ts'
import { transferEntry } from '../journal/entry.ts'
import type { EntryDescription } from '../journal/entry-description.ts'
import type { Entry } from '../journal/record.ts'
import type { Chart } from '../ledger/chart.ts'
import { postingAccounts } from '../ledger/posting-accounts.ts'
import { installmentsDue } from '../products/installments.ts'
import { interestTermsOf } from '../products/product-terms.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { checkPostable, type SavingsAccount } from './savings-account.ts'
import type { TakeOver } from './savings-commands.ts'

export interface TakeOverState {
  readonly account: SavingsAccount
  /** Something was booked to it that was not taken back. */
  readonly isUsed: boolean
  readonly chart: Chart
  /** With which month the institution's year begins. */
  readonly yearStartMonth: number
}

/**
 * What the account held in the former books: Dr opening balances / Cr the account, and Cr interest payable with what it had earned and was
 * not posted; where the client owed it, the other way round, and not beyond the overdraft. A deposit with a term goes on with the term that runs, a recurring one with the installments that were paid. It is no
 * operation of the client, and so under none of the product's limits. Refuses what no posting is allowed for, account-in-use for an account
 * that anything stands on, field-invalid for what the product has not or a term that does not run, and what the account of opening balances
 * refuses. Rules: S1, S2, N11, N14.
 */
export function takeOver(
  { account, isUsed, chart, yearStartMonth }: TakeOverState,
  command: TakeOver,
  { device, businessDate }: OpenDayContext,
): Result<Decision, Refusal> {
  const postable = checkPostable(account, device.logId, command.currency)
  if (!postable.ok) return postable
  if (isUsed) return refuse({ type: 'account-in-use' })
  const fault = faultOf(account, command, businessDate)
  if (fault) return refuse({ type: 'field-invalid', ...fault })
  if (command.isOwed && account.overdraftLimitMinor === 0n) return refuse({ type: 'no-overdraft' })
  const bookable = checkLedgerAccount(chart, postingAccounts.openingBalances)
  if (!bookable.ok) return bookable
  const { accountId, custodyEpoch, product } = account
  const { amountMinor, currency, interestMinor, isOwed } = command
  const paidInMinor = product.kind === 'recurring' ? (command.paidInMinor ?? amountMinor) : null
  const accrual = accrualOf({ account, yearStartMonth }, command, businessDate)
  return ok({
    type: 'savings.taken-over',
    class: 'decision',
    entries: entriesOf(account, command, paidInMinor),
    body: {
      accountId,
      amountMinor,
      currency,
      ...(isOwed ? { isOwed } : {}),
      ...termOf(account, command, businessDate),
      ...(paidInMinor === null ? {} : { paidInMinor }),
      ...(interestMinor === undefined ? {} : { interestMinor }),
      ...(accrual ? { accrual } : {}),
    },
    custody: [{ account: accountId, epoch: custodyEpoch }],
    pins: { product: `${product.productId}@${product.version}` },
  })
}

interface Fault {
  readonly field: 'amountMinor' | 'termFrom' | 'maturesOn' | 'paidInMinor' | 'interestMinor'
  readonly rule: 'missing' | 'not-allowed' | 'in-the-past' | 'in-the-future' | 'above-limit'
}

function faultOf(
  { product, maturesOn: openedUntil, overdraftLimitMinor }: SavingsAccount,
  { amountMinor, isOwed, termFrom, maturesOn, paidInMinor, interestMinor }: TakeOver,
  today: BusinessDate,
): Fault | null {
  if (isOwed && overdraftLimitMinor > 0n && amountMinor > overdraftLimitMinor)
    return { field: 'amountMinor', rule: 'above-limit' }
  if (interestMinor !== undefined && (!product.interest || isOwed))
    return { field: 'interestMinor', rule: 'not-allowed' }
  if (paidInMinor !== undefined && product.kind !== 'recurring') return { field: 'paidInMinor', rule: 'not-allowed' }
  if (termFrom === undefined && maturesOn === undefined) return null
  if (openedUntil === null) return { field: termFrom ? 'termFrom' : 'maturesOn', rule: 'not-allowed' }
  if (termFrom === undefined || maturesOn === undefined)
    return { field: termFrom ? 'maturesOn' : 'termFrom', rule: 'missing' }
  if (termFrom > today) return { field: 'termFrom', rule: 'in-the-future' }
  return maturesOn > today ? null : { field: 'maturesOn', rule: 'in-the-past' }
}

/** Installments of which the next one has fallen due were judged in the books of before. */
function termOf({ product }: SavingsAccount, { termFrom: from, maturesOn }: TakeOver, today: BusinessDate) {
  if (!from || !maturesOn) return {}
  const due = product.kind === 'recurring' ? installmentsDue({ product, openedOn: from, maturesOn }, today) : 0
  return { term: { from, maturesOn, judged: Math.max(0, due - 1) } }
}

/** How far interest is counted: through yesterday. Null where it begins with the account's opening and with nothing. */
function accrualOf(
  { account, yearStartMonth }: Pick<TakeOverState, 'account' | 'yearStartMonth'>,
  { termFrom, maturesOn, interestMinor = 0n }: TakeOver,
  on: BusinessDate,
): Accrual | null {
  if (termFrom === undefined && interestMinor === 0n) return null
  const { product, overdraftLimitMinor } = account
  const [openedOn, until] = [termFrom ?? account.termFrom, maturesOn ?? account.maturesOn]
  const terms = interestTermsOf(product, { openedOn, overdraftLimitMinor, yearStartMonth })
  return terms && takenOverAccrual(openAccrual(terms, { openedOn, maturesOn: until }), { on, interestMinor })
}

/** Where fees were taken from installments, or interest was posted on them, the balance is another sum than was paid in. */
function entriesOf(
  { accountId, controlAccount, product }: SavingsAccount,
  { amountMinor, currency, interestMinor, isOwed }: TakeOver,
  paidInMinor: bigint | null,
): readonly Entry[] {
  const opening = { account: postingAccounts.openingBalances }
  const own = { account: controlAccount, subAccount: accountId }
  const entry = (description: EntryDescription, credit: { account: string }, minor: bigint): readonly Entry[] =>
    minor === 0n
      ? []
      : [
          transferEntry(description, {
            ...(minor > 0n ? { debit: opening, credit } : { debit: credit, credit: opening }),
            amountMinor: minor > 0n ? minor : -minor,
            currency,
          }),
        ]
  return [
    ...entry('installments-taken-over', own, paidInMinor ?? 0n),
    ...entry('savings-taken-over', own, (isOwed ? -amountMinor : amountMinor) - (paidInMinor ?? 0n)),
    ...(interestMinor === undefined
      ? []
      : entry(
          'interest-taken-over',
          { account: present(product.interest, 'interest comes under a product that pays it').payableAccount },
          interestMinor,
        )),
  ]
}
