import { expect, test } from 'vitest'
import { addDays, businessDate } from '../../../core/calendar/business-date.ts'
import type { LedgerPlace } from '../../../core/journal/ledger-place.ts'
import type { LedgerLineRow, LedgerPage } from '../../../core/statements/ledger-page.ts'
import type { LedgerRequest } from '../../../core/statements/ledger-request.ts'
import { readLedger } from '../../../core/statements/read-ledger.ts'
import { readStatement } from '../../../core/statements/read-statement.ts'
import { type Branch, makeBranch, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
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

test.each([undefined, ...books.branchIds])(
  '[T4] every figure of a statement is the sum of the lines that it opens (branch %s)',
  branchId => {
    for (const days of spans)
      for (const basis of ['booking', 'value'] as const) {
        const scope = { basis, ...(branchId ? { branchId } : {}) }
        const read = readStatement(books.branch.books.db, { kind: 'cash-flow', ...scope, days })
        if (!read.ok) throw new Error(read.refusal.type)
        for (const { currency, rows } of read.value.sheets)
          for (const { kind, account, figures } of rows) {
            if (kind !== 'account' || !account) continue
            const request = { account: account.code, currency, ...scope, ...days, through: 'cash' } as const
            const lines = everyLine(books.branch, request, 5)
            const flow = lines.reduce((sum, { debitMinor, creditMinor }) => sum + creditMinor - debitMinor, 0n)
            expect(flow).toBe(figures.amount)
            expect(page(books.branch, request).flowMinor).toBe(flow)
          }
      }
  },
)

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
