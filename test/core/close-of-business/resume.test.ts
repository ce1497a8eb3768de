import path from 'node:path'
import type { Database } from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { executeJournalCommand } from '../../../core/command/execute.ts'
import { nextCloseCommand, runNextClose } from '../../../core/command/run-next-close.ts'
import { type Books, openBooks } from '../../../core/storage/books.ts'
import { type Branch, makeBranch } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { expectRefusal } from '../../support/expect.ts'
import { monthBehind } from '../../support/month-behind.ts'
import { accountOf, closesOf, runNights } from '../../support/nights.ts'
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

/** The power goes at one of the next writes: what its transaction wrote is gone, and the file is opened anew. */
function cutAfter(db: Database, writes: number): void {
  let left = writes
  db.function('cut', () => {
    left -= 1
    if (left === 0) throw new Error('cut')
    return 0
  })
  for (const table of cuttable)
    for (const verb of ['INSERT', 'UPDATE'])
      db.exec(`CREATE TEMP TRIGGER cut_${verb}_${table} AFTER ${verb} ON main.${table} BEGIN SELECT cut(); END`)
}

const loansOf = ({ books }: Branch) => books.db.prepare('SELECT * FROM loan ORDER BY loan_id').all()

function opened(file: string): Books {
  const books = openBooks({ file, key: null })
  if (!books.ok) throw new Error(books.refusal)
  return books.value
}

test('[E14] cut off at a hundred random writes, every loan and account is closed once per date, as if nothing had happened', () => {
  const whole = makeBranch({ seed: 'cut' })
  monthBehind(whole, { withLoans: true })
  const records = runNights(whole)
  expect(records).toBeGreaterThan(60)

  const file = path.join(temporaryFolder(), 'branch.db')
  const cut = makeBranch({ seed: 'cut', file: { file, key: null } })
  monthBehind(cut, { withLoans: true })
  const desk = cut.desk('officer')
  cut.books.close()
  const random = seededRandom(20261123)
  let cuts = 0
  for (let isDone = false; !isDone; ) {
    const books = opened(file)
    if (cuts < 100) cutAfter(books.db, 1 + Math.floor(random() * 240))
    try {
      while (!isDone) {
        const ran = runNextClose(books, desk)
        if (!ran.ok) throw new Error(ran.refusal.type)
        isDone = ran.value === null
      }
    } catch (error) {
      expect(error).toMatchObject({ message: 'cut' })
      cuts++
    }
    books.close()
  }
  expect(cuts).toBe(100)
  const again: Branch = { ...cut, books: opened(file) }
  expect(closesOf(again)).toEqual(closesOf(whole))
  expect(loansOf(again)).toEqual(loansOf(whole))
  expectBooksToBalance(again)
  expectBooksToBalance(whole)
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
