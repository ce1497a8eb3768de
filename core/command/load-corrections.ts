import { assert, present } from '../assert.ts'
import { takenByOrder } from '../close-of-business/close-records.ts'
import type { CashWay, Source } from '../corrections/cash-way.ts'
import { moneyMoved } from '../corrections/correction-records.ts'
import type { ExchangeReversalState } from '../corrections/reverse-exchange.ts'
import type { JournalReversalState } from '../corrections/reverse-journal.ts'
import type { CashReversalState } from '../corrections/reverse-operation.ts'
import { reversibleTypes } from '../corrections/reversible.ts'
import type { Context, OpenDayContext } from '../decision/context.ts'
import { limitedIn } from '../foreign-exchange/day-rate.ts'
import { fxExchanged } from '../foreign-exchange/exchange-records.ts'
import type { JournalRecord } from '../journal/record.ts'
import { asWritten } from '../manual-journals/check-lines.ts'
import { journalLimit } from '../manual-journals/journal-limit.ts'
import { sumMinor } from '../money/amount.ts'
import type { CurrencyCode } from '../money/currency.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { SavingsAccount } from '../savings/savings-account.ts'
import type { Books } from '../storage/books.ts'
import { copiesOf, reversalOf } from '../storage/corrections.ts'
import { asDrawer, drawerRow } from '../storage/drawers.ts'
import { recordAt } from '../storage/records.ts'
import { deviceRow } from '../storage/reference.ts'
import { loadSavingsAccount } from '../storage/savings-accounts.ts'
import { cashDrawer } from './cash-drawer.ts'
import type { CommandOf } from './command.ts'
import { foreignRate } from './foreign-rate.ts'
import { type LoanReversalState, loadLoanReversal } from './load-loan-reversal.ts'

export type ReversalState = CashReversalState | ExchangeReversalState | JournalReversalState | LoanReversalState

/** What an accountant posts: lines of the ledger alone. */
const journalTypes: ReadonlySet<string> = new Set(['journal.posted', 'provision.posted'])

/** Refuses record-unknown and not-reversible; everything else about the reversal is for the verb to say. */
export function loadReversal(
  books: Books,
  { record: ref }: CommandOf<'operation.reverse'>,
  context: OpenDayContext,
): Result<ReversalState, Refusal> {
  const stored = recordAt(books.db, ref)
  if (!stored) return refuse({ type: 'record-unknown' })
  const { record: original, position } = stored
  const isOrder = takenByOrder(original) !== null
  if (!isOrder && !reversibleTypes.has(original.type))
    return refuse({ type: 'not-reversible', recordType: original.type })
  const reversedBy = reversalOf(books.db, position)
  if (journalTypes.has(original.type)) return ok(loadJournalReversal(books, { original, reversedBy }, context))
  if (original.type === 'fx.exchanged') return ok(loadExchangeReversal(books, { original, reversedBy }, context))
  if (isOrder || original.type.startsWith('loan.'))
    return ok(loadLoanReversal(books, { original, reversedBy, position }, context))
  return ok(loadCashReversal(books, { original, reversedBy }, context))
}

type Found = Pick<ReversalState, 'original' | 'reversedBy'>

function loadJournalReversal({ db }: Books, found: Found, { institution }: Context): JournalReversalState {
  const { entries, log } = found.original
  const lines = entries.flatMap(entry => entry.lines)
  return {
    ...found,
    kind: 'journal',
    deviceCode: deviceRow(db, log)?.deviceCode ?? '',
    held: journalLimit(lines.map(asWritten), institution.currency),
  }
}

/** What was handed in counts against the limit at its worth. */
function loadExchangeReversal(books: Books, found: Found, context: OpenDayContext): ExchangeReversalState {
  const { original } = found
  const { currency, amountMinor, into, takesDrawerId, paysDrawerId } = fxExchanged.parse(original.body)
  const took = cashDrawer(books, takesDrawerId, currency, context)
  const paid = cashDrawer(books, paysDrawerId, into, context)
  return {
    ...found,
    kind: 'exchange',
    deviceCode: deviceRow(books.db, original.log)?.deviceCode ?? '',
    drawers: [took, paid],
    sources: took ? leavingDrawer(books, original, took, currency) : [],
    held: limitedIn(
      'reversalMinor',
      { amountMinor, currency },
      context.institution.currency,
      foreignRate(books.db, currency, context),
    ),
  }
}

function loadCashReversal(books: Books, found: Found, context: OpenDayContext): CashReversalState {
  const { original } = found
  const body = moneyMoved.parse(original.body)
  const ids = [body.accountId, ...(body.toAccountId ? [body.toAccountId] : [])]
  const accounts = ids.map(id =>
    present(loadSavingsAccount(books.db, id, context.businessDate), 'a posted account exists'),
  )
  const [account] = accounts
  assert(account, 'what moved money moved an account')
  const drawer = body.drawerId ? cashDrawer(books, body.drawerId, account.currency, context) : 'none'
  return {
    ...found,
    kind: 'cash',
    accounts: accounts.map(({ custodian, status }) => ({
      custodian,
      status,
      isPostable: status === 'active' || status === 'inactive',
    })),
    custody: accounts.map(({ accountId, custodyEpoch }) => ({ account: accountId, epoch: custodyEpoch })),
    subject: account.clientId,
    drawer,
    sources: [
      ...accounts.flatMap(one => leavingAccount(original, one)),
      ...(drawer && drawer !== 'none' ? leavingDrawer(books, original, drawer, account.currency) : []),
    ],
    held: limitedIn(
      'reversalMinor',
      { amountMinor: body.amountMinor, currency: account.currency },
      context.institution.currency,
      foreignRate(books.db, account.currency, context),
    ),
  }
}

/** By how much the operation raised a sub-account, debits positive. */
const raisedMinor = ({ entries }: JournalRecord, subAccount: string): bigint =>
  sumMinor(
    entries.flatMap(({ lines }) => lines.flatMap(line => (line.subAccount === subAccount ? [line.amountMinor] : []))),
  )

/** What came into an account leaves it again; a fee that was taken from it comes back. */
function leavingAccount(
  original: JournalRecord,
  { accountId, balanceMinor, heldMinor, currency }: SavingsAccount,
): readonly Source[] {
  const leavingMinor = -raisedMinor(original, accountId)
  if (leavingMinor <= 0n) return []
  const freeMinor = balanceMinor > heldMinor ? balanceMinor - heldMinor : 0n
  return [{ kind: 'account', freeMinor, leavingMinor, currency }]
}

/** Cash that came in is given back by the drawer it goes through now. */
function leavingDrawer(
  { db }: Books,
  record: JournalRecord,
  { original, current }: CashWay,
  currency: CurrencyCode,
): readonly Source[] {
  const leavingMinor = raisedMinor(record, original)
  if (leavingMinor <= 0n) return []
  const drawer = asDrawer(db, present(drawerRow(db, current), 'a drawer that cash went through exists'))
  return [{ kind: 'drawer', freeMinor: drawer.balanceMinor, leavingMinor, currency }]
}

export function loadReprint(
  { db }: Books,
  { record: ref }: CommandOf<'receipt.reprint'>,
): Result<{ readonly receipt: number | null; readonly copies: number }, Refusal> {
  const original = recordAt(db, ref)
  if (!original) return refuse({ type: 'record-unknown' })
  return ok({
    receipt: original.record.receipt ?? null,
    copies: copiesOf(db, original.position),
  })
}
