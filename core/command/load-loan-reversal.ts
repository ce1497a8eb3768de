import { present } from '../assert.ts'
import { takenByOrder } from '../close-of-business/close-records.ts'
import { type Source, shortfall } from '../corrections/cash-way.ts'
import type { ReverseOperation } from '../corrections/correction-commands.ts'
import type { Reversal } from '../corrections/reversible.ts'
import type { OpenDayContext } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import { limitedIn } from '../foreign-exchange/day-rate.ts'
import type { JournalRecord } from '../journal/record.ts'
import type { Loan } from '../loans/loan.ts'
import type { LoanEntry } from '../loans/loan-entry.ts'
import type { LoanMoney } from '../loans/loan-money.ts'
import { loanMoneyMoved, loanRefinanced } from '../loans/loan-records.ts'
import { type LoanReversal, reverseLoan } from '../loans/reverse-loan.ts'
import { sumMinor } from '../money/amount.ts'
import type { Refusal } from '../refusal.ts'
import { type Result, refuse } from '../result.ts'
import { checkPostable, type SavingsAccount } from '../savings/savings-account.ts'
import type { Books } from '../storage/books.ts'
import { asDrawer, drawerRow } from '../storage/drawers.ts'
import { loadLoan, loanEvents } from '../storage/loans.ts'
import { loadSavingsAccount } from '../storage/savings-accounts.ts'
import { cashDrawer } from './cash-drawer.ts'
import { foreignRate } from './foreign-rate.ts'

/** An operation on a loan. */
export interface LoanReversalState extends Reversal, LoanReversal {
  readonly kind: 'loan'
  /** The account that its money went through; null where cash did. */
  readonly account: SavingsAccount | null
  /** No drawer is open for the cash that has to go back. */
  readonly isDrawerMissing: boolean
  readonly sources: readonly Source[]
}

type Moved = ReturnType<typeof loanMoneyMoved.parse>
interface Way {
  readonly money: LoanMoney | null
  readonly account: SavingsAccount | null
  readonly free: Pick<Source, 'kind' | 'freeMinor'> | null
}

const noWay: Way = { money: null, account: null, free: null }

function throughAccount({ db }: Books, accountId: string, { businessDate }: OpenDayContext): Way {
  const account = present(loadSavingsAccount(db, accountId, businessDate), 'a posted account exists')
  const { controlAccount, custodyEpoch: epoch, balanceMinor, heldMinor } = account
  const freeMinor = balanceMinor > heldMinor ? balanceMinor - heldMinor : 0n
  return {
    account,
    money: { kind: 'savings', accountId, controlAccount, epoch },
    free: { kind: 'account', freeMinor },
  }
}

function throughDrawer(books: Books, { drawerId, currency }: Moved, context: OpenDayContext): Way {
  const way = drawerId ? cashDrawer(books, drawerId, currency, context) : null
  if (!way) return noWay
  const drawer = asDrawer(books.db, present(drawerRow(books.db, way.current), 'a drawer that is open exists'))
  const { drawerId: current, balanceMinor } = drawer
  return {
    account: null,
    money: { kind: 'drawer', drawerId: current, balanceMinor },
    free: { kind: 'drawer', freeMinor: balanceMinor },
  }
}

/** Of these, money came for the loan. */
const cameIn: ReadonlySet<string> = new Set(['loan.repaid', 'close-of-business.ran'])

/** Money that came for the loan leaves the drawer again; money that went to an account leaves the account. */
function leaving({ free }: Way, type: string, { amountMinor, currency }: Moved): readonly Source[] {
  const isLeaving = free?.kind === (cameIn.has(type) ? 'drawer' : 'account')
  return free && isLeaving ? [{ ...free, leavingMinor: amountMinor, currency }] : []
}

const enteredAt = (db: Books['db'], loanId: string, position: number): readonly LoanEntry[] =>
  loanEvents(db, loanId)
    .filter(event => event.position === position)
    .map(({ entry }) => entry)

/** The loan that a refinancing paid off, with what it entered on it. */
function closedWith(db: Books['db'], { type, body }: Reversal['original'], position: number): LoanReversal['closed'] {
  if (type !== 'loan.refinanced') return null
  const { loanId } = loanRefinanced.parse(body).closed
  const loan = present(loadLoan(db, loanId), 'a loan that is paid off was drafted')
  return { loan, entered: enteredAt(db, loanId, position) }
}

/** What is held against the limit: money that moved, a charge that is given up, all of a loan that paid another one off, and else what the books took back or gave. */
function undoneMinor({ type, entries }: JournalRecord, { amountMinor, drawerId, accountId }: Moved): bigint {
  const isMoney = type !== 'loan.refinanced' && (drawerId !== undefined || accountId !== undefined)
  if (isMoney || type === 'loan.charged') return amountMinor
  const debits = (entries[0]?.lines ?? []).filter(line => line.amountMinor > 0n)
  return sumMinor(debits.map(line => line.amountMinor))
}

export function loadLoanReversal(
  books: Books,
  { original, reversedBy, position }: Omit<Reversal, 'held'> & { readonly position: number },
  context: OpenDayContext,
): LoanReversalState {
  const { db } = books
  const moved: Moved = takenByOrder(original) ?? loanMoneyMoved.parse(original.body)
  const loan: Loan = present(loadLoan(db, moved.loanId), 'a record of a loan follows its draft')
  const way = moved.accountId ? throughAccount(books, moved.accountId, context) : throughDrawer(books, moved, context)
  const { currency } = moved
  return {
    kind: 'loan',
    loan,
    original,
    reversedBy,
    entered: enteredAt(db, loan.loanId, position),
    closed: closedWith(db, original, position),
    money: way.money,
    account: way.account,
    isDrawerMissing: moved.drawerId !== undefined && way.money === null,
    sources: leaving(way, original.type, moved),
    held: limitedIn(
      'reversalMinor',
      { amountMinor: undoneMinor(original, moved), currency },
      context.institution.currency,
      foreignRate(db, currency, context),
    ),
  }
}

/** Refuses reversal-counts-today, what `reverseLoan` refuses, what no posting to the account is allowed for, drawer-closed-since, and what has left meanwhile. */
export function reverseOfLoan(
  state: LoanReversalState,
  command: ReverseOperation,
  context: OpenDayContext,
): Result<Decision, Refusal> {
  const { account, loan, sources } = state
  if (command.valueOn === 'original') return refuse({ type: 'reversal-counts-today' })
  if (state.isDrawerMissing) return refuse({ type: 'drawer-closed-since' })
  const decided = reverseLoan(state, command, context)
  if (!decided.ok) return decided
  const postable = account && checkPostable(account, context.device.logId, loan.currency)
  if (postable && !postable.ok) return postable
  const short = shortfall(sources)
  return short ? refuse(short) : decided
}
