import { expect, test } from 'vitest'
import { type BusinessDate, businessDate } from '../../../core/calendar/business-date.ts'
import { fiscalYearOf } from '../../../core/calendar/fiscal-year.ts'
import { period } from '../../../core/calendar/period.ts'
import { loadContext } from '../../../core/command/load-context.ts'
import type { DateBasis } from '../../../core/journal/date-basis.ts'
import { transferEntry } from '../../../core/journal/entry.ts'
import { periodsAnswer } from '../../../core/query/periods-answer.ts'
import { trialBalanceAnswer } from '../../../core/query/trial-balance-answer.ts'
import { readStatement } from '../../../core/statements/read-statement.ts'
import { recordAt } from '../../../core/storage/records.ts'
import { appendCrafted } from '../../support/append-crafted.ts'
import type { Branch } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { expectRefusal, outcomeType } from '../../support/expect.ts'
import { credit, debit } from '../manual-journals/journal-lines.ts'
import { closeMonth, earn, goOnTo, openedInJanuary, reopening, spend } from './month-ends.ts'

const close = { type: 'year.close', year: 2026 } as const
const reopen = { type: 'year.reopen', year: 2026, reason: 'audit' } as const
const lastDay = businessDate('2026-03-31')

/** A fiscal year from April to March that is over: something earned and spent in shillings, and earned in another currency. */
function yearOver(): Branch {
  const branch = openedInJanuary({ fiscalYearStartMonth: 4 })
  earn(branch, 90_000n, '2026-01-05')
  branch.must(
    'accountant',
    { type: 'journal.post', purpose: 'income', lines: [debit('1130', 55n, 'USD'), credit('4200', 55n, 'USD')] },
    'manager',
  )
  goOnTo(branch, '2026-02-03')
  spend(branch, 20_000n, '2026-02-03')
  goOnTo(branch, '2026-03-03')
  goOnTo(branch, '2026-04-02')
  return branch
}

function monthsClosed(): Branch {
  const branch = yearOver()
  for (const month of ['2026-01', '2026-02', '2026-03']) closeMonth(branch, month)
  return branch
}

const contextOf = (branch: Branch) => loadContext(branch.books, branch.desk('accountant'))
const on = (branch: Branch, asOf: string, over: { basis?: 'booking' } = {}) => {
  const at = { asOf: businessDate(asOf), basis: 'value', ...over } as const
  const { rows } = trialBalanceAnswer(branch.books.db, contextOf(branch), at)
  return Object.fromEntries(
    rows
      .filter(({ account }) => ['3200', '4200', '5400'].includes(account))
      .map(({ account, currency, debitMinor, creditMinor }) => [`${account} ${currency}`, debitMinor - creditMinor]),
  )
}
/** The same on the trial balance that is shown and printed. */
const statedOn = (branch: Branch, to: BusinessDate, over: { without?: 'year-closing' } = {}) => {
  const read = readStatement(branch.books.db, { kind: 'trial-balance', basis: 'value', days: { to }, ...over })
  const sheets = read.ok ? read.value.sheets : []
  return Object.fromEntries(
    sheets.flatMap(({ currency, rows }) =>
      rows
        .filter(({ kind, account }) => kind === 'account' && ['3200', '4200', '5400'].includes(account?.code ?? ''))
        .map(({ account, figures: { debit = 0n, credit = 0n } }) => [`${account?.code} ${currency}`, debit - credit]),
    ),
  )
}
const stateOf = (branch: Branch) =>
  periodsAnswer(branch.books.db, contextOf(branch)).years.map(({ year, branches }) => [year, branches[0]?.state])

const carried = { '3200 KES': -70_000n, '4200 KES': 0n, '5400 KES': 0n, '3200 USD': -55n, '4200 USD': 0n }
const asEarned = { '4200 KES': -90_000n, '4200 USD': -55n, '5400 KES': 20_000n }

test.each([
  // who, with whom                      months closed         what        expected, in order of precedence
  ['manager', undefined, false, close, 'not-permitted'],
  ['accountant', undefined, false, { ...close, branchId: '01890a5d-ac96-774b-bcce-b302099a8057' }, 'branch-unknown'],
  ['accountant', undefined, false, close, 'year-periods-open'],
  ['accountant', undefined, true, close, 'second-person-needed'],
  ['accountant', 'manager', true, close, 'posted'],
  ['accountant', 'manager', true, reopen, 'year-not-closed'],
] as const)('[A1][G14] %s with %s, months closed: %s, %o: %s', (role, second, isReady, command, expected) => {
  const branch = isReady ? monthsClosed() : yearOver()
  expect(outcomeType(branch.execute(role, command, second))).toBe(expected)
  expectBooksToBalance(branch)
})

test('[G14] closing a year carries its result into retained earnings, in each currency, as of its last day', () => {
  const branch = monthsClosed()
  const { record } = branch.must('accountant', close, 'manager')
  expect(recordAt(branch.books.db, record)?.record).toMatchObject({
    type: 'year.closed',
    businessDate: '2026-04-02',
    valueDate: lastDay,
  })
  expect(on(branch, lastDay)).toEqual(carried)
  expect(on(branch, lastDay, { basis: 'booking' })).toEqual(asEarned)
  expect(statedOn(branch, lastDay)).toEqual({ ...carried, '4200 USD': 0n })
  expect(statedOn(branch, lastDay, { without: 'year-closing' })).toEqual({
    ...asEarned,
    '3200 KES': 0n,
    '3200 USD': 0n,
  })
  expect(stateOf(branch)).toEqual([
    [2027, 'running'],
    [2026, 'closed'],
  ])
  expectBooksToBalance(branch)
})

test('[G14] a year is closed once; what came late is carried by closing it again', () => {
  const branch = monthsClosed()
  branch.must('accountant', close, 'manager')
  expect(expectRefusal(branch.execute('accountant', close, 'manager'), 'year-closed').year).toBe(2026)
  const entry = transferEntry('bank-transfer', {
    debit: { account: '1130' },
    credit: { account: '4200' },
    amountMinor: 700n,
    currency: 'KES',
  })
  const day = businessDate('2026-02-20')
  appendCrafted(branch, { businessDate: day, valueDate: day, entries: [entry] })
  expect(stateOf(branch)[1]).toEqual([2026, 'late'])
  branch.must('accountant', close, 'manager')
  expect(on(branch, lastDay)).toEqual({ ...carried, '3200 KES': -70_700n })
  expect(outcomeType(branch.execute('accountant', close, 'manager'))).toBe('year-closed')
  for (const _ of [1, 2]) branch.must('accountant', reopen, 'manager')
  expect(on(branch, lastDay)).toEqual({ ...asEarned, '4200 KES': -90_700n, '3200 KES': 0n, '3200 USD': 0n })
  expectBooksToBalance(branch)
})

test('[G12][G14] a month of a closed year is reopened after its year, and all of it closes again to the same end', () => {
  const branch = monthsClosed()
  const { record } = branch.must('accountant', close, 'manager')
  expect(expectRefusal(branch.execute('accountant', reopening('2026-03'), 'manager'), 'year-closed').year).toBe(2026)
  expectRefusal(
    branch.execute('accountant', { type: 'operation.reverse', record, reason: 'other' }, 'manager'),
    'not-reversible',
  )
  expectRefusal(branch.execute('accountant', reopen), 'second-person-needed')
  branch.must('accountant', reopen, 'manager')
  branch.must('accountant', reopening('2026-03'), 'manager')
  closeMonth(branch, '2026-03')
  branch.must('accountant', close, 'manager')
  expect(on(branch, lastDay)).toEqual(carried)
  expectBooksToBalance(branch)
})

test('[G14][T2][T3] statements of a closed year show what it earned; its closing is in the balance sheet only', () => {
  const branch = monthsClosed()
  const { db } = branch.books
  const days = { from: businessDate('2025-04-01'), to: lastDay }
  const figures = (
    kind: 'income-statement' | 'balance-sheet' | 'cash-reconciliation',
    basis: DateBasis,
    to = lastDay,
  ) => {
    const read = readStatement(db, { kind, basis, days: { ...days, to } })
    if (!read.ok) throw new Error(read.refusal.type)
    expect(read.value.yearFrom).toBe(to === lastDay ? '2025-04-01' : '2026-04-01')
    const [sheet] = read.value.sheets
    expect(sheet?.checks.filter(({ firstMinor, secondMinor }) => firstMinor !== secondMinor)).toEqual([])
    return Object.fromEntries(sheet?.rows.map(({ id, figures }) => [id, figures.amount]) ?? [])
  }
  const before = { income: figures('income-statement', 'value'), cash: figures('cash-reconciliation', 'value') }
  const { 'equity/3200': none, 'current-result': running } = figures('balance-sheet', 'value')
  expect([none, running]).toEqual([undefined, 70_000n])
  branch.must('accountant', close, 'manager')
  expect(figures('income-statement', 'value')).toEqual(before.income)
  expect(figures('cash-reconciliation', 'value')).toEqual({ ...before.cash, 'changes/3200': 0n })
  const closed = figures('balance-sheet', 'value')
  expect([closed['equity/3200'], closed['current-result'], closed['earlier-result']]).toEqual([70_000n, 0n, 0n])
  const booked = figures('balance-sheet', 'booking', businessDate('2026-04-02'))
  expect([booked['equity/3200'], booked['current-result'], booked['earlier-result']]).toEqual([70_000n, 0n, 0n])
})

test.each([
  ['2026-01-01', 1, 2026, '2026-01', '2026-12'],
  ['2026-12-31', 1, 2026, '2026-01', '2026-12'],
  ['2026-03-31', 4, 2026, '2025-04', '2026-03'],
  ['2026-04-01', 4, 2027, '2026-04', '2027-03'],
  ['2026-11-30', 12, 2026, '2025-12', '2026-11'],
  ['2026-12-01', 12, 2027, '2026-12', '2027-11'],
] as const)('[G15] %s, when years begin with month %i, lies in %i', (date, startMonth, year, first, last) => {
  expect(fiscalYearOf(businessDate(date), startMonth)).toEqual({
    year,
    firstPeriod: period(first),
    lastPeriod: period(last),
  })
})

test('[G15] the founding says with which month fiscal years begin', () => {
  const branch = openedInJanuary({ fiscalYearStartMonth: 7 })
  expect(periodsAnswer(branch.books.db, contextOf(branch))).toMatchObject({
    next: '2026-01',
    fiscalYearStartMonth: 7,
    years: [{ year: 2026, firstPeriod: '2025-07', lastPeriod: '2026-06', lastDay: '2026-06-30' }],
  })
  const plain = openedInJanuary()
  expect(periodsAnswer(plain.books.db, contextOf(plain))).toMatchObject({ fiscalYearStartMonth: 1 })
  expectBooksToBalance(branch)
})
