import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { readDocument } from '../../../core/documents/read-document.ts'
import { journalEntry } from '../../../core/journal/entry.ts'
import { rate } from '../../../core/money/rate.ts'
import { balanceAnswer } from '../../../core/query/balance-answer.ts'
import { recordAnswer } from '../../../core/query/record-answer.ts'
import { statementAnswer } from '../../../core/query/statement-answer.ts'
import { appendCrafted } from '../../support/append-crafted.ts'
import { type Branch, makeBranch, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { accountOf, closeDay, ledgerMinor, liveThrough, openDay, runNights } from '../../support/nights.ts'
import { openUnder, plainCurrent } from '../../support/products.ts'

const KES = 'KES'
const overdraft = {
  limitMinor: 1_000_000n,
  annualPercent: rate('18'),
  principalAccount: '1270',
  receivableAccount: '1280',
  incomeAccount: '4120',
}

function withCurrent(depositMinor: bigint) {
  const branch = makeBranch()
  const { clientId, accountId: passbook } = openForBusiness(branch)
  const fees = { incomeAccount: '4200', overdraftMinor: 500n }
  const accountId = openUnder(branch, clientId, plainCurrent({ overdraft, fees, limits: {}, dormancy: undefined }))
  branch.must('officer', { type: 'savings.deposit', accountId: passbook, amountMinor: 300_000n, currency: KES })
  branch.must('officer', { type: 'savings.deposit', accountId, amountMinor: depositMinor, currency: KES })
  const onAccount = { accountId, currency: KES } as const
  const withdraw = (amountMinor: bigint) =>
    branch.must('officer', { type: 'savings.withdraw', ...onAccount, amountMinor }, 'manager')
  return { branch, accountId, passbook, onAccount, withdraw }
}

/** What clients have on current accounts, and what they owe on them. */
const standOf = (branch: Branch) => [-ledgerMinor(branch, '2130'), ledgerMinor(branch, '1270')]

const linesOf = (branch: Branch, record: Parameters<typeof recordAnswer>[1]) => {
  const answer = recordAnswer(branch.books.db, record)
  if (!answer.ok) throw new Error(answer.refusal.type)
  return answer.value.entries.map(({ lines }) => lines.map(line => `${line.account} ${line.amountMinor}`))
}

test('[S23] 2,500.00 out of 1,000.00 and a fee of 5.00 are a line to zero and what is owed beyond it, and one movement to the client', () => {
  const { branch, accountId, withdraw } = withCurrent(100_000n)
  const { record, balances } = withdraw(250_000n)
  expect(linesOf(branch, record)).toEqual([
    ['2130 100000', '1270 150000', '1120 -250000'],
    ['1270 500', '4200 -500'],
  ])
  expect(standOf(branch)).toEqual([0n, 150_500n])
  const own = balances.filter(({ subAccount }) => subAccount === accountId)
  expect(own.map(({ account, beforeMinor, afterMinor }) => [account, beforeMinor, afterMinor])).toEqual([
    ['2130', 100_000n, -150_000n],
    ['2130', -150_000n, -150_500n],
  ])
  const paper = readDocument(branch.books, branch.desk('officer'), { kind: 'receipt', record, locale: 'en' })
  expect(paper.ok && paper.value).toMatchObject({
    amountMinor: 250_000n,
    direction: 'out',
    fees: [{ kind: 'overdraft', amountMinor: 500n }],
    balanceAfterMinor: -150_500n,
  })
  const statement = statementAnswer(branch.books.db, { accountId, limit: 10 })
  expect(statement.ok && statement.value.rows.map(row => [row.amountMinor, row.balanceMinor])).toEqual([
    [-500n, -150_500n],
    [-250_000n, -150_000n],
    [100_000n, 100_000n],
  ])
  expectBooksToBalance(branch)
})

test('[S23], [R1] transfers and reversals stand on the side of zero that the account is on by then', () => {
  const { branch, accountId, passbook, onAccount, withdraw } = withCurrent(100_000n)
  const { record: withdrawn } = withdraw(250_000n)
  const transfer = { type: 'savings.transfer', accountId: passbook, toAccountId: accountId, currency: KES } as const
  const { record: moved } = branch.must('officer', { ...transfer, amountMinor: 200_000n })
  expect(standOf(branch)).toEqual([49_500n, 0n])
  const reverse = (record: typeof moved) =>
    branch.must('officer', { type: 'operation.reverse', record, reason: 'wrong-amount' }, 'manager')
  const { record: mirror } = reverse(withdrawn)
  expect(linesOf(branch, mirror)).toEqual([
    ['2130 -250000', '1120 250000'],
    ['2130 -500', '4200 500'],
  ])
  expect(standOf(branch)).toEqual([300_000n, 0n])
  reverse(moved)
  expect(standOf(branch)).toEqual([100_000n, 0n])
  withdraw(150_000n)
  const { record: paidIn } = branch.must('officer', { type: 'savings.deposit', ...onAccount, amountMinor: 60_500n })
  expect(linesOf(branch, paidIn)).toEqual([['1120 60500', '2130 -10000', '1270 -50500']])
  expect(standOf(branch)).toEqual([10_000n, 0n])
  expectBooksToBalance(branch)
})

// 30 days of 1,505.00 at 18 %: 2,226.6 cents.
test('[S23], [E5] overdraft interest of 22.27 is owed with the rest; where money came meanwhile, it is taken of that and the day before keeps its balance', () => {
  const inTime = withCurrent(100_000n)
  const late = withCurrent(100_000n)
  for (const { branch, withdraw } of [inTime, late]) {
    withdraw(250_000n)
    closeDay(branch)
    liveThrough(branch, '2026-03-30', '2026-03-30')
    openDay(branch, '2026-03-31')
    closeDay(branch)
  }
  runNights(inTime.branch)
  expect(standOf(inTime.branch)).toEqual([0n, 152_727n])
  const { branch, onAccount, accountId } = late
  openDay(branch, '2026-04-01')
  branch.must('officer', { type: 'drawer.open', currency: KES, counted: [{ faceMinor: 100_000n, pieces: 1 }] })
  branch.must('officer', { type: 'savings.deposit', ...onAccount, amountMinor: 200_000n })
  runNights(branch)
  expect(standOf(branch)).toEqual([47_273n, 0n])
  for (const [date, balanceMinor] of [
    ['2026-03-31', -152_727n],
    ['2026-04-01', 47_273n],
  ] as const) {
    const answer = balanceAnswer(branch.books.db, { accountId, asOf: businessDate(date), basis: 'booking' })
    expect(answer.ok && answer.value.balanceMinor).toBe(balanceMinor)
  }
  for (const one of [inTime, late]) {
    expect(ledgerMinor(one.branch, '1280')).toBe(0n)
    expect(ledgerMinor(one.branch, '4120')).toBe(-2_227n)
    expectBooksToBalance(one.branch)
  }
})

test('[S23], [J15] what an older program left below zero on the control account is put right with the next entry', () => {
  const { branch, accountId, onAccount } = withCurrent(100_000n)
  const lines = [
    { account: '2130', subAccount: accountId, amountMinor: 150_000n, currency: KES },
    { account: '1130', amountMinor: -150_000n, currency: KES },
  ] as const
  const entries = [journalEntry('savings-withdrawal', lines)]
  appendCrafted(branch, { entries, custody: [{ account: accountId, epoch: 1 }] })
  expect(standOf(branch)).toEqual([-50_000n, 0n])
  expect(accountOf(branch, accountId).balanceMinor).toBe(-50_000n)
  const { record, balances } = branch.must('officer', { type: 'savings.deposit', ...onAccount, amountMinor: 20_000n })
  expect(linesOf(branch, record)).toEqual([['1120 20000', '2130 -50000', '1270 30000']])
  expect(standOf(branch)).toEqual([0n, 30_000n])
  const own = balances.find(({ subAccount }) => subAccount === accountId)
  expect(own).toMatchObject({ beforeMinor: -50_000n, afterMinor: -30_000n })
  expectBooksToBalance(branch)
})
