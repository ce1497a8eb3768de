import { copyFileSync, existsSync } from 'node:fs'
import path from 'node:path'
import type { Database } from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { journalCommandSchema } from '../../../core/command/command.ts'
import { executeJournalCommand } from '../../../core/command/execute.ts'
import { nextCloseCommand, runNextClose } from '../../../core/command/run-next-close.ts'
import { type Books, openBooks } from '../../../core/storage/books.ts'
import { type Branch, makeBranch } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { expectRefusal } from '../../support/expect.ts'
import { monthBehind } from '../../support/month-behind.ts'
import { accountOf, closesOf, journalOf, runNights } from '../../support/nights.ts'
import { seededRandom } from '../../support/seeded-random.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const KES = 'KES'

const cuttable = [
  'line',
  'record',
  'account_accrual',
  'close_of_business',
  'standing_instruction',
  'savings_account',
  'loan',
]

/** What a process leaves on the disk that is killed at this moment. */
function photographed(file: string): string {
  const copy = path.join(temporaryFolder(), 'branch.db')
  for (const end of ['', '-wal']) if (existsSync(file + end)) copyFileSync(file + end, copy + end)
  return copy
}

/** The process is killed at one of the next writes: what it leaves is what goes on from there. */
function killAfter(db: Database, file: string, writes: number, leave: (photo: string) => void): void {
  let left = writes
  db.function('cut', () => {
    left -= 1
    if (left !== 0) return 0
    leave(photographed(file))
    throw new Error('killed')
  })
  for (const table of cuttable)
    for (const verb of ['INSERT', 'UPDATE'])
      db.exec(`CREATE TEMP TRIGGER cut_${verb}_${table} AFTER ${verb} ON main.${table} BEGIN SELECT cut(); END`)
}

const keptOf = ({ books }: Branch) =>
  ['loan', 'loan_installment', 'savings_account', 'account_accrual', 'standing_instruction', 'balance'].map(table => [
    table,
    books.db.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all(),
  ])

function opened(file: string): Books {
  const books = openBooks({ file, key: null })
  if (!books.ok) throw new Error(books.refusal)
  return books.value
}

const killsMax = 100
/** After so many pieces a client pays today, and another payment is entered that counts from the middle of the month. */
const pieceOfPayments = 45

type Closing = Pick<Branch, 'books' | 'desk' | 'environment'>

const money = { amountMinor: 30_000n, currency: KES, from: { kind: 'drawer' } } as const
const payments = [{}, { valueDate: '2026-03-20' }] as const

/** The payments of which one is not there yet: the second counts from the middle of the month. */
function payBetween({ books, desk, environment }: Closing, [late = '', , , strict = '']: readonly string[]): void {
  const repaid = books.db.prepare("SELECT count(*) FROM record WHERE type = 'loan.repaid'").pluck().get()
  for (const [place, dated] of payments.entries()) {
    if (place < Number(repaid)) continue
    const loanId = place === 0 ? late : strict
    const command = { type: 'loan.repay', key: environment.newId(), loanId, ...money, ...dated }
    const paid = executeJournalCommand(books, desk('officer', 'manager'), journalCommandSchema.parse(command))
    if (!paid.ok) throw new Error(paid.refusal.type)
  }
}

/** All pieces that are due, with the payments between two of them; goes on where an earlier call was killed. */
function closeMonth(at: Closing, loans: readonly string[]): void {
  const { books, desk } = at
  const pieces = books.db.prepare("SELECT count(*) FROM record WHERE type = 'close-of-business.ran'").pluck()
  for (;;) {
    if (Number(pieces.get()) === pieceOfPayments) payBetween(at, loans)
    const ran = runNextClose(books, desk('officer'))
    if (!ran.ok) throw new Error(ran.refusal.type)
    if (ran.value === null) return
  }
}

/** What befell orders, deposits and loans in these nights. */
function seenIn(branch: Branch): ReadonlySet<string> {
  const seen = closesOf(branch).flatMap((ran): readonly (string | false)[] => {
    if (ran.step === 'instructions')
      return [`order ${ran.instruction.outcome}`, ran.instruction.happened !== undefined && 'order for a loan']
    if (ran.step === 'maturities') return [`deposit ${ran.maturity.outcome}`]
    if (ran.step === 'accounts')
      return [ran.accounts.some(({ interestMinor }) => interestMinor !== undefined) && 'interest']
    return ran.loans.flatMap(({ booked, defaultedOn, nonAccrualOn, daysPastDue }) => [
      daysPastDue !== undefined && 'late',
      defaultedOn !== undefined && 'defaulted',
      nonAccrualOn !== undefined && 'not accrued',
      booked?.recognisedPenalties !== undefined && 'penalty',
    ])
  })
  return new Set(seen.filter(one => one !== false))
}

const monthOfEverything = [
  'order paid',
  'order for a loan',
  'deposit to-savings',
  'interest',
  'late',
  'defaulted',
  'not accrued',
  'order tried-again',
  'order given-up',
  'penalty',
]

test('[E14] killed at a hundred random writes, the month is closed as if nothing had happened: the journal says the same, and so do loans and accounts', () => {
  const whole = makeBranch({ seed: 'cut' })
  const { loans } = monthBehind(whole, { withLoans: true })
  closeMonth(whole, loans)
  expect(seenIn(whole)).toEqual(new Set(monthOfEverything))

  let file = path.join(temporaryFolder(), 'branch.db')
  const began = makeBranch({ seed: 'cut', file: { file, key: null } })
  monthBehind(began, { withLoans: true })
  began.books.close()
  const random = seededRandom(20261123)
  let kills = 0
  let photo = ''
  const leave = (left: string) => {
    photo = left
  }
  for (let isDone = false; !isDone; ) {
    const books = opened(file)
    if (kills < killsMax) killAfter(books.db, file, 1 + Math.floor(random() * 240), leave)
    try {
      closeMonth({ ...began, books }, loans)
      isDone = true
    } catch (error) {
      expect(error).toMatchObject({ message: 'killed' })
      kills++
    }
    books.close()
    if (!isDone) file = photo
  }
  expect(kills).toBe(killsMax)
  const again: Branch = { ...began, books: opened(file) }
  expect(journalOf(again)).toEqual(journalOf(whole))
  expect(keptOf(again)).toEqual(keptOf(whole))
  expectBooksToBalance(again)
  expectBooksToBalance(whole)
  again.books.close()
})

test('[E15] a deposit between two pieces is taken at once and counts for its own day', () => {
  const branch = makeBranch()
  const { accounts } = monthBehind(branch)
  const undisturbed = makeBranch()
  monthBehind(undisturbed)
  runNights(undisturbed)
  const accountId = accounts[7] ?? ''
  const before = accountOf(branch, accountId).balanceMinor
  for (let piece = 0; piece < 5; piece++) {
    runNextClose(branch.books, branch.desk('officer'))
    branch.must('officer', { type: 'savings.deposit', accountId, amountMinor: 50_000n, currency: KES })
  }
  expect(accountOf(branch, accountId).balanceMinor).toBe(before + 250_000n)
  runNights(branch)
  expect(closesOf(branch)).toEqual(closesOf(undisturbed))
  expectBooksToBalance(branch)
})

describe('[E1] a piece of the close of business', () => {
  test('is done once, whoever asks for it again', () => {
    const branch = makeBranch()
    monthBehind(branch)
    const desk = branch.desk('officer')
    const command = nextCloseCommand(branch.books, desk)
    if (!command) throw new Error('something is due')
    const first = executeJournalCommand(branch.books, desk, command)
    const second = executeJournalCommand(branch.books, branch.desk('manager'), command)
    if (!first.ok || !second.ok) throw new Error('refused')
    expect(second.value.outcome).toEqual({ ...first.value.outcome, replayed: true })
    expect(closesOf(branch)).toHaveLength(1)
    expectBooksToBalance(branch)
  })

  test('is refused when it is not the next one, and to who may not close a day', () => {
    const branch = makeBranch()
    monthBehind(branch)
    const next = {
      type: 'close-of-business.run',
      date: businessDate('2026-03-02'),
      step: 'accounts',
      chunk: 0,
    } as const
    expectRefusal(branch.execute('officer', { ...next, chunk: 1 }), 'close-of-business-not-next')
    expectRefusal(branch.execute('officer', { ...next, step: 'instructions' }), 'close-of-business-not-next')
    expectRefusal(
      branch.execute('officer', { ...next, date: businessDate('2026-03-03') }),
      'close-of-business-not-next',
    )
    expectRefusal(branch.execute('auditor', next), 'not-permitted')
    expect(branch.must('officer', next).type).toBe('close-of-business.ran')
    expectBooksToBalance(branch)
  })

  test('goes through accounts in records of a bounded size', () => {
    const branch = makeBranch()
    monthBehind(branch)
    runNights(branch)
    const sizes = branch.books.db
      .prepare("SELECT length(bytes) FROM record WHERE type = 'close-of-business.ran'")
      .pluck()
      .all() as number[]
    expect(Math.max(...sizes)).toBeLessThan(100_000)
    const pieces = closesOf(branch).filter(({ date, step }) => date === '2026-03-31' && step === 'accounts')
    expect(pieces.length).toBeGreaterThan(1)
    expectBooksToBalance(branch)
  })
})

test('[E9] an account that cannot be counted is named, keeps no other from its interest, and is made up for', () => {
  const branch = makeBranch()
  const { accounts } = monthBehind(branch)
  runNextClose(branch.books, branch.desk('officer'))
  runNextClose(branch.books, branch.desk('officer'))
  const [, accountId = ''] = accounts
  const { db } = branch.books
  const state = db.prepare('SELECT state FROM account_accrual WHERE account_id = ?').pluck().get(accountId)
  const spoil = db.prepare('UPDATE account_accrual SET state = ? WHERE account_id = ?')
  spoil.run('{}', accountId)
  runNextClose(branch.books, branch.desk('officer'))
  const [failed] = closesOf(branch).flatMap(ran =>
    ran.step === 'accounts' ? ran.accounts.filter(one => one.failed !== undefined) : [],
  )
  expect(failed).toEqual({ accountId, epoch: 1, failed: 'not-countable' })
  spoil.run(state, accountId)
  runNights(branch)
  const undisturbed = makeBranch()
  const same = monthBehind(undisturbed).accounts[1] ?? ''
  runNights(undisturbed)
  expect(accountOf(branch, accountId).balanceMinor).toBe(accountOf(undisturbed, same).balanceMinor)
  expectBooksToBalance(branch)
})
