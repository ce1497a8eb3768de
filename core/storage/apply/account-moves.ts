import type { Database } from 'better-sqlite3'
import { takenByOrder } from '../../close-of-business/close-records.ts'
import type { JournalRecord } from '../../journal/record.ts'
import { loanChanged, loanDisbursed, loanRefinanced, loanRepaid } from '../../loans/loan-records.ts'
import { holdCaptured, savingsCashMoved, savingsClosed, savingsTransferred } from '../../savings/savings-records.ts'
import { prepared } from '../run.ts'

/** What an operation of the client did to an account: fees and interest are not among it. */
interface AccountMove {
  readonly accountId: string
  readonly direction: 'in' | 'out'
  readonly amountMinor: bigint
}

const addDay = prepared<{ accountId: string; date: string; withdrawnMinor: bigint; operatedMinor: bigint }, unknown>(
  (db, param) =>
    db
      .insertInto('account_day')
      .values({
        account_id: param('accountId'),
        date: param('date'),
        withdrawn_minor: param('withdrawnMinor'),
        operated_minor: param('operatedMinor'),
      })
      .onConflict(conflict =>
        conflict.columns(['account_id', 'date']).doUpdateSet(eb => ({
          withdrawn_minor: eb('account_day.withdrawn_minor', '+', eb.ref('excluded.withdrawn_minor')),
          operated_minor: eb('account_day.operated_minor', '+', eb.ref('excluded.operated_minor')),
        })),
      ),
)
const markUsed = prepared<{ accountId: string; date: string }, unknown>((db, param) =>
  db
    .updateTable('savings_account')
    .set({ last_used_on: param('date') })
    .where('account_id', '=', param('accountId')),
)
/** By itself: an index holds the status, and would be written with every deposit. */
const wake = prepared<{ accountId: string }, unknown>((db, param) =>
  db
    .updateTable('savings_account')
    .set({ status: 'active' })
    .where('account_id', '=', param('accountId'))
    .where('status', '=', 'inactive'),
)
export const addPaidIn = prepared<{ accountId: string; amountMinor: bigint }, unknown>((db, param) =>
  db
    .updateTable('savings_account')
    .set(eb => ({ paid_in_minor: eb('paid_in_minor', '+', param('amountMinor')) }))
    .where('account_id', '=', param('accountId'))
    .where('installment_minor', 'is not', null),
)

/** A loan that is paid out to an account, or paid out of one. */
const moveOfLoan = (
  { accountId, amountMinor }: { readonly accountId?: string | undefined; readonly amountMinor: bigint },
  direction: AccountMove['direction'],
): readonly AccountMove[] => (accountId ? [{ accountId, direction, amountMinor }] : [])

function movesOf({ type, body }: JournalRecord): readonly AccountMove[] {
  switch (type) {
    case 'savings.deposited':
      return [{ ...savingsCashMoved.parse(body), direction: 'in' }]
    case 'savings.withdrawn':
      return [{ ...savingsCashMoved.parse(body), direction: 'out' }]
    case 'savings.transferred': {
      const { accountId, toAccountId, amountMinor } = savingsTransferred.parse(body)
      return [
        { accountId, direction: 'out', amountMinor },
        { accountId: toAccountId, direction: 'in', amountMinor },
      ]
    }
    case 'savings.closed': {
      const { toAccountId, amountMinor } = savingsClosed.parse(body)
      return toAccountId ? [{ accountId: toAccountId, direction: 'in', amountMinor }] : []
    }
    case 'loan.disbursed':
      return moveOfLoan(loanDisbursed.parse(body), 'in')
    case 'loan.refinanced':
      return moveOfLoan(loanRefinanced.parse(body), 'in')
    case 'loan.refunded':
      return moveOfLoan(loanChanged.parse(body), 'in')
    case 'loan.repaid': {
      const repaid = loanRepaid.parse(body)
      return repaid.takenHold === undefined ? moveOfLoan(repaid, 'out') : []
    }
    case 'hold.captured': {
      const { accountId, amountMinor, drawerId } = holdCaptured.parse(body)
      return drawerId ? [{ accountId, direction: 'out', amountMinor }] : []
    }
    default:
      return []
  }
}

function count(db: Database, { accountId, direction, amountMinor }: AccountMove, date: string, sign: 1n | -1n): void {
  const movedMinor = sign * amountMinor
  const withdrawnMinor = direction === 'out' ? movedMinor : 0n
  addDay.run(db, { accountId, date, withdrawnMinor, operatedMinor: movedMinor })
  if (direction === 'in') addPaidIn.run(db, { accountId, amountMinor: movedMinor })
}

/** Counts what an order took for a loan in the same way. */
export const countOrdered = (
  db: Database,
  { accountId, amountMinor }: { readonly accountId: string; readonly amountMinor: bigint },
  date: string,
): void => count(db, { accountId, direction: 'out', amountMinor }, date, 1n)

/** Counts what an order carried out against the limits of its day; nobody used the accounts for it. */
export function countTransfer(
  db: Database,
  {
    accountId,
    toAccountId,
    amountMinor,
  }: { readonly accountId: string; readonly toAccountId: string; readonly amountMinor: bigint },
  date: string,
): void {
  count(db, { accountId, direction: 'out', amountMinor }, date, 1n)
  count(db, { accountId: toAccountId, direction: 'in', amountMinor }, date, 1n)
}

/** Counts the operation against the limits of its day, and as the client's use of each account that it moved. */
export function countMoves(db: Database, record: JournalRecord): void {
  for (const move of movesOf(record)) {
    count(db, move, record.businessDate, 1n)
    markUsed.run(db, { accountId: move.accountId, date: record.businessDate })
    wake.run(db, { accountId: move.accountId })
  }
}

/** Gives the limits of its day back what a reversed operation had used; an order used those of its date. */
export function uncountMoves(db: Database, record: JournalRecord): void {
  const taken = takenByOrder(record)
  if (taken) count(db, { ...taken, direction: 'out' }, taken.date, -1n)
  for (const move of movesOf(record)) count(db, move, record.businessDate, -1n)
}
