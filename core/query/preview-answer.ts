import { present } from '../assert.ts'
import { type Limits, limitNames } from '../authority/roles.ts'
import type { JournalCommand } from '../command/command.ts'
import { decideNow } from '../command/execute.ts'
import type { BalanceEffect, Effect, LedgerEffect } from '../command/outcome.ts'
import type { Context, Grant } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import type { Entry } from '../journal/record.ts'
import { isDebitNormal } from '../ledger/ledger-account.ts'
import { amountMaxMinor } from '../money/amount.ts'
import type { CurrencyCode } from '../money/currency.ts'
import { overdraftPlaces } from '../storage/account-places.ts'
import { rawBalance } from '../storage/balances.ts'
import type { Books } from '../storage/books.ts'
import { chartOf, ledgerBalances } from '../storage/chart.ts'
import { type SubAccountOwner, subAccountOwner } from '../storage/sub-account-owner.ts'
import { accountAlerts } from './account-alerts.ts'
import { cashNotices } from './cash-notices.ts'
import type { PreviewAnswer } from './counter-answers.ts'
import { fundsEffects } from './funds-effects.ts'
import { loanEffect } from './loan-effect.ts'

/** What the command would do now, decided by the same code that would execute it. */
export function previewAnswer(books: Books, command: JournalCommand, context: Context): PreviewAnswer {
  const decision = decideNow(books, command, context)
  if (decision.ok) return { allowed: true, effect: effectOf(books, decision.value, context) }
  const { refusal } = decision
  const approved =
    refusal.type === 'approval-needed' || refusal.type === 'second-person-needed'
      ? decideNow(books, command, { ...context, checker: somebodyWhoMay(context) })
      : undefined
  return {
    allowed: false,
    refusal,
    ...(approved?.ok ? { effect: effectOf(books, approved.value, context) } : {}),
  }
}

const unlimited = Object.fromEntries(limitNames.map(name => [name, amountMaxMinor])) as Limits

/** A second person as the effect is shown before one has signed: with the authority, and above every limit. */
const somebodyWhoMay = ({ actor, now }: Context): Grant => ({
  ...actor,
  staffId: '',
  role: 'head-office',
  limits: unlimited,
  validUntil: now,
  isActive: true,
})

function effectOf(books: Books, decision: Decision, { actor, branch, businessDate }: Context): Effect {
  const ledger = ledgerEffects(books, decision, decision.branch ?? branch.branchId)
  const balances = balanceEffects(books, decision.entries).map(balance => {
    const owner = ownerOf(books, decision, balance.subAccount, actor)
    return owner ? { ...balance, owner } : balance
  })
  const alerts = decision.type === 'savings.closed' ? [] : accountAlerts(books.db, balances)
  const loan = loanEffect(books.db, decision, businessDate)
  const notices = [...cashNotices(books.db, balances), ...alerts]
  return {
    type: decision.type,
    entries: decision.entries,
    balances,
    ...(notices.length > 0 ? { notices } : {}),
    funds: fundsEffects(books.db, decision),
    ...(ledger.length > 0 ? { ledger } : {}),
    ...(loan ? { loan } : {}),
    ...goesTo(books, decision),
  }
}

/** Where held money goes that does not leave in cash. Rule: S9. */
function goesTo({ db }: Books, { body: { ledgerAccount } }: Decision): Pick<Effect, 'goesTo'> {
  if (typeof ledgerAccount !== 'string') return {}
  const known = chartOf(db).get(ledgerAccount)
  return known ? { goesTo: { account: known.code, accountName: known.name } } : {}
}

/** A drawer that is only about to be opened is the person's who opens it. */
const ownerOf = (
  { db }: Books,
  { type, body }: Decision,
  subAccount: string,
  { name }: Grant,
): SubAccountOwner | null =>
  type === 'drawer.opened' && body.drawerId === subAccount ? { kind: 'drawer', name } : subAccountOwner(db, subAccount)

/** Each sub-account once, with the sum of all its lines. */
function balanceEffects({ db }: Books, entries: readonly Entry[]): BalanceEffect[] {
  const accounts = chartOf(db)
  const effects = new Map<string, BalanceEffect>()
  for (const { account, subAccount, currency, amountMinor } of entries.flatMap(({ lines }) => lines)) {
    if (!subAccount) continue
    const stand = standOf(db, account, subAccount, currency)
    const ledgerAccount = accounts.get(stand.account)
    if (!ledgerAccount) continue
    const side = isDebitNormal(ledgerAccount.type) ? 1n : -1n
    const name = `${stand.account}/${subAccount}/${currency}`
    const beforeMinor = effects.get(name)?.beforeMinor ?? side * stand.rawMinor
    const reachedMinor = effects.get(name)?.afterMinor ?? beforeMinor
    const afterMinor = reachedMinor + side * amountMinor
    const { name: accountName } = ledgerAccount
    effects.set(name, { account: stand.account, accountName, subAccount, currency, beforeMinor, afterMinor })
  }
  return [...effects.values()]
}

/** Where a sub-account stands now, and with what: a client's account with an overdraft as one, on its control account. */
function standOf(
  db: Books['db'],
  account: string,
  subAccount: string,
  currency: CurrencyCode,
): { readonly account: string; readonly rawMinor: bigint } {
  const places = overdraftPlaces(db, subAccount)
  return places && (account === places.controlAccount || account === places.principalAccount)
    ? { account: places.controlAccount, rawMinor: places.controlMinor + places.principalMinor }
    : { account, rawMinor: rawBalance(db, account, subAccount, currency) }
}

/** Each ledger account once, where nothing but the ledger moves. */
function ledgerEffects({ db }: Books, { entries }: Decision, branchId: string): readonly LedgerEffect[] {
  const lines = entries.flatMap(entry => entry.lines)
  if (lines.some(({ subAccount }) => subAccount !== undefined)) return []
  const accounts = chartOf(db)
  const effects = new Map<string, LedgerEffect>()
  for (const { account, currency, amountMinor } of lines) {
    const { name, type } = present(accounts.get(account), 'a decision books to accounts of the chart')
    const side = isDebitNormal(type) ? 1n : -1n
    const known = effects.get(`${account}/${currency}`)
    const counters = ledgerBalances(db, account).find(row => row.branch === branchId && row.currency === currency)
    const beforeMinor = known?.beforeMinor ?? side * ((counters?.debitMinor ?? 0n) - (counters?.creditMinor ?? 0n))
    const afterMinor = (known?.afterMinor ?? beforeMinor) + side * amountMinor
    effects.set(`${account}/${currency}`, { account, accountName: name, currency, beforeMinor, afterMinor })
  }
  return [...effects.values()]
}
