import type { Database } from 'better-sqlite3'
import { present } from '../assert.ts'
import { addDays, type BusinessDate, businessDate } from '../calendar/business-date.ts'
import { feesCountFrom, judgesInstallments } from '../close-of-business/charge-fees.ts'
import type { CloseStep } from '../close-of-business/close-of-business-commands.ts'
import type { ClosingAccount } from '../close-of-business/closing-account.ts'
import type { MaturingDeposit } from '../close-of-business/mature-deposit.ts'
import type { AccountsPage } from '../close-of-business/run-accounts.ts'
import type { CloseState, CloseWork } from '../close-of-business/run-close-of-business.ts'
import type { DueInstruction, InstructionTarget } from '../close-of-business/run-instruction.ts'
import type { Context } from '../decision/context.ts'
import { isDepositProduct } from '../products/product.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result } from '../result.ts'
import { instructionFrequencies } from '../savings/savings-commands.ts'
import type { Books } from '../storage/books.ts'
import {
  accountsToClose,
  accrualRowOf,
  closeChunks,
  dueDeposit,
  dueInstruction,
  firstAccountOn,
  movementsFrom,
  newestClose,
  newestDay,
  paidInFrom,
  savingsBeside,
} from '../storage/close-of-business.ts'
import { loadLoan } from '../storage/loans.ts'
import { firstLoanOn, hasLoanToClose, loansToClose } from '../storage/loans-to-close.ts'
import { productsOn } from '../storage/products.ts'
import { institutionRow } from '../storage/reference.ts'
import { loadSavingsAccount } from '../storage/savings-accounts.ts'

/** Small enough that a piece is a moment, large enough that a night is few records. */
const accountsPerChunk = 100
/** Looking at a loan takes as long as counting the interest of many. */
const loansPerChunk = { all: 200, turning: 25 }

type At = Pick<Context, 'device'>

/** The last date whose close of business is due here: the newest day that is over. */
export function dueThrough(db: Database, { device }: At): BusinessDate | null {
  const newest = newestDay(db, device.logNo)
  return newest && (newest.isOpen ? addDays(newest.date, -1) : newest.date)
}

/** The day on which the first of what is kept here was opened or paid out. */
const firstDate = (db: Database, log: string): BusinessDate | null =>
  [firstAccountOn(db, log), firstLoanOn(db, log)].filter(date => date !== null).toSorted()[0] ?? null

/** The date at which the close of business stands: the one it is in, or the next; null where nothing is due. */
export function dueDate(db: Database, at: At): BusinessDate | null {
  const { logId, logNo } = at.device
  const newest = newestClose(db, logNo)
  const next = newest ? addDays(businessDate(newest.date), newest.isLast === 1 ? 1 : 0) : firstDate(db, logId)
  const through = dueThrough(db, at)
  return next && through && next <= through ? next : null
}

export const yearStartMonth = (db: Database): number =>
  present(institutionRow(db), 'the institution is founded').fiscalStartMonth

/** The account with what a date's close needs of it, which may reach back: to where its interest is counted, or its month of fees. */
export function closingAccount(
  db: Database,
  accountId: string,
  date: BusinessDate,
  accrual: { readonly state: string; readonly through: string } | null,
): ClosingAccount {
  const account = present(loadSavingsAccount(db, accountId, date), 'an account that is listed is there')
  const counted = accrual ? addDays(businessDate(accrual.through), 1) : account.termFrom
  const from = [counted, feesCountFrom(account, date) ?? counted, date].sort()[0] ?? counted
  const movements = movementsFrom(db, { accountId, from })
  const { termFrom, controlAccount } = account
  const paidIn = judgesInstallments(account, date) ? paidInFrom(db, { accountId, controlAccount, from: termFrom }) : []
  return { account, accrual: accrual?.state ?? null, movements, paidIn, yearStartMonth: yearStartMonth(db) }
}

function targetOf(db: Database, toId: string, date: BusinessDate): InstructionTarget {
  const loan = loadLoan(db, toId)
  return loan ? { type: 'loan', loan } : { type: 'account', at: closingAccount(db, toId, date, accrualRowOf(db, toId)) }
}

function instructionWork(db: Database, date: BusinessDate, { device }: At): CloseWork | null {
  const row = dueInstruction(db, { log: device.logId, date })
  if (!row) return null
  const frequency = present(
    instructionFrequencies.find(one => one === row.frequency),
    'a stored instruction has one of the frequencies',
  )
  const due: DueInstruction = {
    instructionId: row.instructionId,
    frequency,
    startsOn: businessDate(row.startsOn),
    endsOn: row.endsOn === null ? null : businessDate(row.endsOn),
    times: row.times,
    amountMinor: row.amountMinor,
    retryDays: row.retryDays,
    done: row.done,
    account: closingAccount(db, row.accountId, date, accrualRowOf(db, row.accountId)),
    target: targetOf(db, row.toAccountId, date),
  }
  return { step: 'instructions', due }
}

function maturityWork(db: Database, date: BusinessDate, { device }: At): CloseWork | null {
  const accountId = dueDeposit(db, { log: device.logId, date })
  if (accountId === null) return null
  const at = closingAccount(db, accountId, date, accrualRowOf(db, accountId))
  const { account } = at
  const current = productsOn(db, date).find(({ productId }) => productId === account.product.productId)
  const [savings] = savingsBeside(db, account.accountId, device.logId)
  const deposit: MaturingDeposit = {
    at,
    current: current && isDepositProduct(current) ? current : null,
    savings: savings === undefined ? null : loadSavingsAccount(db, savings, date),
  }
  return { step: 'maturities', deposit }
}

function accountsWork(db: Database, date: BusinessDate, after: string | null, { device }: At): CloseWork {
  const rows = accountsToClose(db, { log: device.logId, after, date, limit: accountsPerChunk + 1 })
  const page: AccountsPage = {
    accounts: rows
      .slice(0, accountsPerChunk)
      .map(({ accountId, state, through }) =>
        closingAccount(db, accountId, date, state === null || through === null ? null : { state, through }),
      ),
    hasMore: rows.length > accountsPerChunk,
  }
  return { step: 'accounts', page }
}

/** Where a step that goes through all of a kind has come on a date; null before its first piece. */
const lastOf = (newest: ReturnType<typeof newestClose>, step: CloseStep, date: BusinessDate): string | null =>
  newest?.date === date && newest.step === step ? newest.upTo : null

/** The step that comes next on a date, without what it works on: cheap enough to be asked at any time. */
export function nextStep(db: Database, date: BusinessDate, { device }: At): CloseStep {
  const newest = newestClose(db, device.logNo)
  const isAt = (step: CloseStep): boolean => newest?.date === date && newest.step === step
  if (isAt('accounts')) return 'accounts'
  const afterOrders = (): CloseStep =>
    hasLoanToClose(db, { log: device.logId, after: lastOf(newest, 'loans', date), date }) ? 'loans' : 'accounts'
  if (isAt('loans')) return afterOrders()
  if (dueInstruction(db, { log: device.logId, date })) return 'instructions'
  return dueDeposit(db, { log: device.logId, date }) ? 'maturities' : afterOrders()
}

function workOf(db: Database, step: CloseStep, date: BusinessDate, at: At): CloseWork | null {
  switch (step) {
    case 'instructions':
      return instructionWork(db, date, at)
    case 'maturities':
      return maturityWork(db, date, at)
    case 'loans': {
      const after = lastOf(newestClose(db, at.device.logNo), step, date)
      return { step, loans: loansToClose(db, { log: at.device.logId, after, date }, loansPerChunk) }
    }
    case 'accounts':
      return accountsWork(db, date, lastOf(newestClose(db, at.device.logNo), step, date), at)
  }
}

/** The next piece by its date, step and number; null where nothing is due. */
export function nextClose(
  db: Database,
  at: At,
): { readonly date: BusinessDate; readonly step: CloseStep; readonly chunk: number } | null {
  const date = dueDate(db, at)
  if (!date) return null
  const step = nextStep(db, date, at)
  return { date, step, chunk: closeChunks(db, { logNo: at.device.logNo, date, step }) }
}

/** What the next piece of the close of business works on. Whatever the command says, only that piece can be decided. */
export function loadClose({ db }: Books, _command: unknown, context: Context): Result<CloseState, Refusal> {
  const next = nextClose(db, context)
  const work = next && workOf(db, next.step, next.date, context)
  return ok(next && work ? { date: next.date, chunk: next.chunk, work } : null)
}
