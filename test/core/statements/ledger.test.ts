import { expect, test } from 'vitest'
import { present } from '../../../core/assert.ts'
import { addDays, businessDate } from '../../../core/calendar/business-date.ts'
import type { LedgerPlace } from '../../../core/journal/ledger-place.ts'
import { naturalMinor } from '../../../core/ledger/ledger-account.ts'
import { sumMinor } from '../../../core/money/amount.ts'
import type { LedgerLineRow, LedgerPage } from '../../../core/statements/ledger-page.ts'
import type { LedgerRequest } from '../../../core/statements/ledger-request.ts'
import { openedLines } from '../../../core/statements/opened-lines.ts'
import { readLedger } from '../../../core/statements/read-ledger.ts'
import { readStatement } from '../../../core/statements/read-statement.ts'
import { mayLeaveOut, type StatementRequest, statementKinds } from '../../../core/statements/statement-request.ts'
import type { FinancialStatement, SheetRow, StatementSheet } from '../../../core/statements/statement-sheet.ts'
import { type Branch, makeBranch, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { closeMonth, earn, goOnTo, openedInJanuary, spend } from '../periods/month-ends.ts'
import { firstDay, inScope, randomBooks } from './random-books.ts'

function page({ books }: Branch, request: LedgerRequest, limit = 200, before?: LedgerPlace): LedgerPage {
  const read = readLedger(books.db, request, { limit, before })
  if (!read.ok) throw new Error(read.refusal.type)
  return read.value
}

function everyLine(branch: Branch, request: LedgerRequest, limit: number): readonly LedgerLineRow[] {
  const rows: LedgerLineRow[] = []
  let before: LedgerPlace | undefined
  do {
    const found = page(branch, request, limit, before)
    expect(found.rows.length).toBeLessThanOrEqual(limit)
    rows.push(...found.rows)
    before = found.next
  } while (before)
  return rows
}

const books = randomBooks(31, 160)
const spans = Array.from({ length: 4 }, books.pickDay).map(to => ({ from: addDays(to, -15), to }))

test.each([1, 7, 200])('[T7] in pages of %i each line stands on one page, and the balances add up', limit => {
  for (const { from, to } of spans)
    for (const basis of ['booking', 'value'] as const)
      for (const branchId of [undefined, ...books.branchIds]) {
        const scope = { account: '1130', currency: 'KES' as const, basis, from, to, ...(branchId ? { branchId } : {}) }
        const rows = everyLine(books.branch, scope, limit)
        const naive = inScope(books.lines, { ...scope, branchId }).filter(({ account }) => account === '1130')
        const signed = rows.map(({ debitMinor, creditMinor }) => debitMinor - creditMinor)
        expect(signed.toSorted()).toEqual(naive.map(({ amountMinor }) => amountMinor).toSorted())
        const days = rows.map(({ place }) => place.date)
        expect(days).toEqual(days.toSorted().toReversed())
        const { sums } = page(books.branch, scope, 1)
        expect(rows[0]?.balanceMinor ?? sums?.closingMinor).toBe(sums?.closingMinor)
        rows.forEach((row, place) => {
          const below = rows[place + 1]?.balanceMinor ?? sums?.openingMinor ?? 0n
          expect(row.balanceMinor).toBe(below + (signed[place] ?? 0n))
        })
      }
})

test('[T7] balances stand on the natural side of the account', () => {
  const branch = makeBranch()
  const { accountId } = openForBusiness(branch)
  branch.must('officer', { type: 'savings.deposit', accountId, amountMinor: 250000n, currency: 'KES' })
  const { rows, sums } = page(branch, { account: '2110', basis: 'booking' })
  expect(rows.map(({ creditMinor, balanceMinor }) => [creditMinor, balanceMinor])).toEqual([[250000n, 250000n]])
  expect(rows[0]?.owner).toMatchObject({ kind: 'account', name: 'Achieng Odhiambo' })
  expect(rows[0]?.receipt).toBeGreaterThan(0)
  expect(sums).toEqual({ openingMinor: 0n, debitMinor: 0n, creditMinor: 250000n, closingMinor: 250000n })
  expectBooksToBalance(branch)
})

/** What the lines that a row opens come to in each of its columns. */
function openedFigures(statement: FinancialStatement, { currency }: StatementSheet, row: SheetRow, branch: Branch) {
  const { code = '' } = row.account ?? {}
  const request = openedLines(statement, currency, code)
  const lines = everyLine(branch, request, 5)
  const debits = sumMinor(lines.map(({ debitMinor }) => debitMinor))
  const credits = sumMinor(lines.map(({ creditMinor }) => creditMinor))
  const { sums, flowMinor, turnover, type } = page(branch, request)
  const counted = sums ?? turnover
  if (counted) expect(counted).toMatchObject({ debitMinor: debits, creditMinor: credits })
  if (statement.kind === 'trial-balance') {
    const closing = (sums?.openingMinor ?? 0n) * (type && naturalMinor(type, 1n) < 0n ? -1n : 1n) + debits - credits
    return { debits, credits, debit: closing > 0n ? closing : 0n, credit: closing < 0n ? -closing : 0n }
  }
  const isOfCash = statement.kind === 'cash-flow' || statement.kind === 'cash-reconciliation'
  if (flowMinor !== undefined) expect(flowMinor).toBe(credits - debits)
  return { amount: isOfCash ? credits - debits : naturalMinor(present(type ?? null, 'of the chart'), debits - credits) }
}

/** The total of a trial balance opens the journal of its days. */
function expectTotalToOpen(branch: Branch, statement: FinancialStatement): void {
  for (const { currency, rows } of statement.sheets) {
    const { debits = 0n, credits = 0n } = rows.at(-1)?.figures ?? {}
    const turnover = { debitMinor: debits, creditMinor: credits }
    expect(page(branch, openedLines(statement, currency), 1).turnover).toEqual(turnover)
  }
}

function expectFiguresToOpen(branch: Branch, scope: Omit<StatementRequest, 'kind'>): void {
  for (const kind of statementKinds)
    for (const without of [undefined, ...mayLeaveOut[kind]]) {
      const read = readStatement(branch.books.db, { kind, ...scope, ...(without ? { without } : {}) })
      if (!read.ok) throw new Error(read.refusal.type)
      if (kind === 'trial-balance') expectTotalToOpen(branch, read.value)
      for (const sheet of read.value.sheets)
        for (const row of sheet.rows)
          if (row.kind === 'account') expect(row.figures).toMatchObject(openedFigures(read.value, sheet, row, branch))
    }
}

/** The two results of a balance sheet are the net results of the income statements that they open, closed or not. */
function expectResultsToOpen(branch: Branch, scope: Omit<StatementRequest, 'kind'>): void {
  const rowOf = (request: StatementRequest, id: string): bigint | undefined => {
    const read = readStatement(branch.books.db, request)
    return read.ok ? read.value.sheets[0]?.rows.find(row => row.id === id)?.figures.amount : undefined
  }
  for (const [id, without] of [
    ['current-result', 'other-years'],
    ['earlier-result', 'this-year'],
  ] as const) {
    const stated = rowOf({ kind: 'balance-sheet', ...scope }, id)
    expect(stated).toBeDefined()
    expect(rowOf({ kind: 'income-statement', ...scope, without }, 'net-result')).toBe(stated)
  }
}

test.each([undefined, ...books.branchIds])(
  '[T4] every figure of a statement is the sum of the lines that it opens (branch %s)',
  branchId => {
    for (const days of spans)
      for (const basis of ['booking', 'value'] as const)
        for (const expectToOpen of [expectFiguresToOpen, expectResultsToOpen])
          expectToOpen(books.branch, { basis, days, ...(branchId ? { branchId } : {}) })
  },
)

test.each(['closed', 'reopened', 'closed again'])('[T4][G14] so it is in a year that was %s', state => {
  const branch = openedInJanuary({ fiscalYearStartMonth: 4 })
  earn(branch, 90_000n, '2026-01-05')
  for (const day of ['2026-02-03', '2026-03-03', '2026-04-02']) goOnTo(branch, day)
  spend(branch, 20_000n, '2026-03-03')
  for (const month of ['2026-01', '2026-02', '2026-03']) closeMonth(branch, month)
  const close = { type: 'year.close', year: 2026 } as const
  branch.must('accountant', close, 'manager')
  if (state !== 'closed') branch.must('accountant', { type: 'year.reopen', year: 2026, reason: 'audit' }, 'manager')
  if (state === 'closed again') branch.must('accountant', close, 'manager')
  const day = (text: string) => businessDate(text)
  for (const days of [
    { to: day('2026-04-30') },
    { from: day('2025-04-01'), to: day('2026-03-31') },
    { from: day('2026-01-01'), to: day('2026-04-30') },
    { from: day('2026-04-01'), to: day('2026-04-30') },
  ])
    for (const basis of ['booking', 'value'] as const) {
      expectFiguresToOpen(branch, { basis, days })
      expectResultsToOpen(branch, { basis, days })
    }
  const lines = everyLine(branch, { account: '4200', basis: 'booking', without: 'closings' }, 5)
  expect(lines.map(({ creditMinor }) => creditMinor)).toEqual([90_000n])
  expectBooksToBalance(branch)
})

test('[T11] lines of days that end before they begin, of no branch or of no account are refused', () => {
  const refused = (request: Partial<LedgerRequest>): string => {
    const read = readLedger(books.branch.books.db, { account: '1130', basis: 'booking', ...request }, { limit: 1 })
    return read.ok ? 'read' : read.refusal.type
  }
  expect(refused({ from: addDays(firstDay, 1), to: firstDay })).toBe('statement-range')
  expect(refused({ branchId: '00000000-0000-4000-8000-000000000000' })).toBe('branch-unknown')
  expect(refused({ account: '7777' })).toBe('ledger-account-unknown')
  expect(refused({ from: businessDate('1900-01-01'), to: businessDate('2199-12-31') })).toBe('read')
})

const after = (a: LedgerPlace, b: LedgerPlace): number =>
  a.date.localeCompare(b.date) || a.position - b.position || a.entryNo - b.entryNo || a.lineNo - b.lineNo

test.each([3, 200])(
  '[T19] in pages of %i the journal has each line of every account once, and its debits are its credits',
  limit => {
    for (const { from, to } of spans)
      for (const basis of ['booking', 'value'] as const)
        for (const branchId of [undefined, ...books.branchIds]) {
          const scope = { currency: 'KES' as const, basis, from, to, ...(branchId ? { branchId } : {}) }
          const rows = everyLine(books.branch, scope, limit)
          const naive = inScope(books.lines, { ...scope, branchId })
          const told = (account: string, amountMinor: bigint): string => `${account} ${amountMinor}`
          expect(rows.map(row => told(row.account.code, row.debitMinor - row.creditMinor)).toSorted()).toEqual(
            naive.map(({ account, amountMinor }) => told(account, amountMinor)).toSorted(),
          )
          expect(rows).toEqual(rows.toSorted((row, other) => after(other.place, row.place)))
          const debitMinor = naive.reduce((sum, line) => sum + (line.amountMinor > 0n ? line.amountMinor : 0n), 0n)
          expect(page(books.branch, scope, 1).turnover).toEqual({ debitMinor, creditMinor: debitMinor })
        }
  },
)
