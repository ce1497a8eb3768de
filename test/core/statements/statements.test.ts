import { describe, expect, test } from 'vitest'
import { addDays, type BusinessDate, businessDate } from '../../../core/calendar/business-date.ts'
import { microfinanceChart } from '../../../core/institution/chart-template.ts'
import type { DateBasis } from '../../../core/journal/date-basis.ts'
import { transferEntry } from '../../../core/journal/entry.ts'
import { readStatement } from '../../../core/statements/read-statement.ts'
import type { StatementKind, StatementRequest } from '../../../core/statements/statement-request.ts'
import type { FigureName, FinancialStatement, StatementSheet } from '../../../core/statements/statement-sheet.ts'
import { visibleRows } from '../../../core/statements/visible-rows.ts'
import { appendCrafted } from '../../support/append-crafted.ts'
import { type Branch, makeBranch, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { firstDay, inScope, type NaiveScope, randomBooks, sumsOf } from './random-books.ts'

const bases: readonly DateBasis[] = ['booking', 'value']
const cash = ['1110', '1120', '1130', '1140', '1150']

function statement({ books }: Branch, request: StatementRequest): FinancialStatement {
  const read = readStatement(books.db, request)
  if (!read.ok) throw new Error(read.refusal.type)
  return read.value
}

const sheetIn = ({ sheets }: FinancialStatement, currency: string): StatementSheet => {
  const sheet = sheets.find(one => one.currency === currency)
  if (!sheet) throw new Error(`there is no sheet in ${currency}`)
  return sheet
}

/** A figure of every account on a sheet, by its code. */
const byAccount = ({ rows }: StatementSheet, name: FigureName): ReadonlyMap<string, bigint> =>
  new Map(
    rows.flatMap(({ kind, account, figures }) =>
      kind === 'account' && account ? [[account.code, figures[name] ?? 0n]] : [],
    ),
  )

const labelled = ({ rows }: StatementSheet, label: string, name: FigureName = 'amount'): bigint =>
  rows.find(row => row.id === label)?.figures[name] ?? 0n

const nonZero = (sums: ReadonlyMap<string, bigint>): unknown =>
  Object.fromEntries([...sums].filter(([, minor]) => minor !== 0n).toSorted())

const typeOf = (code: string): string | undefined => microfinanceChart.find(account => account.code === code)?.type

function expectChecksToAgree({ sheets }: FinancialStatement): void {
  for (const { checks } of sheets)
    for (const { firstMinor, secondMinor } of checks) expect(firstMinor).toBe(secondMinor)
}

describe.each([11, 12, 13, 14])('random books (seed %i)', seed => {
  const { branch, lines, pickDay } = randomBooks(seed)
  const days = Array.from({ length: 6 }, pickDay)
  const scopes = days.flatMap(to =>
    bases.flatMap(basis => ['KES', 'USD'].map((currency): NaiveScope => ({ basis, currency, to }))),
  )
  const spans = scopes.map(scope => ({ ...scope, from: addDays(scope.to, -17) }))
  const of = (kind: StatementKind, { basis, currency, ...dates }: NaiveScope) =>
    sheetIn(statement(branch, { kind, basis, days: dates }), currency)
  const has = (scope: NaiveScope): boolean => scope.currency === 'KES' || inScope(lines, scope).length > 0

  test('[T1] the balance sheet as of any day is a replay of the lines to it, and both sides are equal', () => {
    for (const scope of scopes.filter(has)) {
      const whole = statement(branch, { kind: 'balance-sheet', basis: scope.basis, days: { to: scope.to } })
      expectChecksToAgree(whole)
      const sums = sumsOf(inScope(lines, scope))
      const standing = [...sums].filter(([code]) => !['income', 'expense'].includes(typeOf(code) ?? ''))
      const natural = standing.map(([code, raw]): [string, bigint] =>
        ['liability', 'equity'].includes(typeOf(code) ?? '') ? [code, -raw] : [code, raw],
      )
      expect(nonZero(byAccount(sheetIn(whole, scope.currency), 'amount'))).toEqual(nonZero(new Map(natural)))
    }
    expectBooksToBalance(branch)
  })

  test('[T2] what is earned and not closed stands as equity, that of the current year apart', () => {
    for (const scope of scopes.filter(has)) {
      const earned = (from: BusinessDate | undefined, to: BusinessDate): bigint =>
        -inScope(lines, { ...scope, from, to })
          .filter(({ account }) => ['income', 'expense'].includes(typeOf(account) ?? ''))
          .reduce((sum, { amountMinor }) => sum + amountMinor, 0n)
      const yearFrom = businessDate(`${scope.to.slice(0, 4)}-01-01`)
      const sheet = of('balance-sheet', scope)
      expect(labelled(sheet, 'current-result')).toBe(earned(yearFrom, scope.to))
      expect(labelled(sheet, 'earlier-result')).toBe(earned(undefined, addDays(yearFrom, -1)))
    }
  })

  test('[T3] the income statement of a span is the sum of its lines, and adjacent spans add up', () => {
    for (const scope of spans.filter(has)) {
      const middle = addDays(scope.to, -9)
      const whole = of('income-statement', scope)
      const first = statement(branch, {
        kind: 'income-statement',
        basis: scope.basis,
        days: { from: scope.from, to: middle },
      })
      const second = of('income-statement', { ...scope, from: addDays(middle, 1) })
      const firstNet = first.sheets.find(({ currency }) => currency === scope.currency)
      for (const label of ['income', 'expenses', 'net-result'])
        expect(labelled(whole, label)).toBe((firstNet ? labelled(firstNet, label) : 0n) + labelled(second, label))
      const moved = [...sumsOf(inScope(lines, scope))].flatMap(([code, raw]): [string, bigint][] => {
        if (typeOf(code) === 'income') return [[code, -raw]]
        return typeOf(code) === 'expense' ? [[code, raw]] : []
      })
      expect(nonZero(byAccount(whole, 'amount'))).toEqual(nonZero(new Map(moved)))
    }
  })

  test('[T5] the trial balance has what every account stood at, its debits and credits, and its side', () => {
    for (const scope of spans.filter(has)) {
      const whole = statement(branch, {
        kind: 'trial-balance',
        basis: scope.basis,
        days: { from: scope.from, to: scope.to },
      })
      expectChecksToAgree(whole)
      const sheet = sheetIn(whole, scope.currency)
      const inside = inScope(lines, scope)
      const before = sumsOf(inScope(lines, { ...scope, from: undefined, to: addDays(scope.from, -1) }))
      expect(nonZero(byAccount(sheet, 'opening'))).toEqual(nonZero(before))
      expect(nonZero(byAccount(sheet, 'debits'))).toEqual(
        nonZero(sumsOf(inside.filter(({ amountMinor }) => amountMinor > 0n))),
      )
      const closing = sumsOf(inScope(lines, { ...scope, from: undefined }))
      const debits = [...closing].map(([code, raw]): [string, bigint] => [code, raw > 0n ? raw : 0n])
      expect(nonZero(byAccount(sheet, 'debit'))).toEqual(nonZero(new Map(debits)))
    }
  })

  test('[T6] opening cash and the flows of each entry are the closing cash, by both methods', () => {
    for (const scope of spans.filter(has)) {
      const sumOfCash = (lastDay: BusinessDate): bigint =>
        inScope(lines, { ...scope, from: undefined, to: lastDay })
          .filter(({ account }) => cash.includes(account))
          .reduce((sum, { amountMinor }) => sum + amountMinor, 0n)
      const inside = inScope(lines, scope)
      const moving = new Set(inside.filter(({ account }) => cash.includes(account)).map(({ entry }) => entry))
      const flows = sumsOf(
        inside
          .filter(({ entry, account }) => moving.has(entry) && !cash.includes(account))
          .map(line => ({ ...line, amountMinor: -line.amountMinor })),
      )
      for (const kind of ['cash-flow', 'cash-reconciliation'] as const) {
        const whole = statement(branch, { kind, basis: scope.basis, days: { from: scope.from, to: scope.to } })
        expectChecksToAgree(whole)
        const sheet = sheetIn(whole, scope.currency)
        expect(labelled(sheet, 'opening-cash')).toBe(sumOfCash(addDays(scope.from, -1)))
        expect(labelled(sheet, 'closing-cash')).toBe(sumOfCash(scope.to))
        if (kind === 'cash-flow') expect(nonZero(byAccount(sheet, 'amount'))).toEqual(nonZero(flows))
      }
    }
  })

  test('[T9] every group shows the sum of what stands right under it', () => {
    for (const kind of ['trial-balance', 'balance-sheet', 'income-statement', 'cash-flow'] as const) {
      const { rows, columns } = of(kind, { basis: 'value', currency: 'KES', to: addDays(firstDay, 40) })
      for (const group of rows.filter(row => row.kind === 'group'))
        for (const column of columns) {
          const under = rows.filter(({ parent }) => parent === group.id)
          expect(group.figures[column] ?? 0n).toBe(
            under.reduce((sum, { figures }) => sum + (figures[column] ?? 0n), 0n),
          )
        }
    }
  })
})

test('[T10] an earlier span stands beside, with the difference and the change in percent', () => {
  const { branch } = randomBooks(21)
  const days = { from: businessDate('2026-01-01'), to: businessDate('2026-01-31') }
  const earlier = { from: businessDate('2025-12-01'), to: businessDate('2025-12-31') }
  for (const kind of ['income-statement', 'balance-sheet', 'cash-flow', 'cash-reconciliation'] as const) {
    const ask = (request: Omit<StatementRequest, 'kind' | 'basis'>): StatementSheet =>
      sheetIn(statement(branch, { kind, basis: 'booking', ...request }), 'KES')
    const both = ask({ days, earlier })
    const [now, before] = [ask({ days }), ask({ days: earlier })]
    for (const { id, figures, changePercent } of both.rows) {
      expect(figures.amount).toBe(labelled(now, id))
      expect(figures.earlier).toBe(labelled(before, id))
      expect(figures.difference).toBe((figures.amount ?? 0n) - (figures.earlier ?? 0n))
      if (figures.earlier === 0n) expect(changePercent).toBeUndefined()
      else
        expect(Number(changePercent)).toBeCloseTo(
          (Number(figures.difference) / Math.abs(Number(figures.earlier))) * 100,
          0,
        )
    }
  }
})

test('[T10] on a trial balance savings that become more have grown, and an account that changes sides has shrunk', () => {
  const { branch } = randomBooks(21)
  const days = { from: businessDate('2026-01-01'), to: businessDate('2026-01-31') }
  const earlier = { from: businessDate('2025-12-01'), to: businessDate('2025-12-31') }
  const sheet = sheetIn(statement(branch, { kind: 'trial-balance', basis: 'booking', days, earlier }), 'KES')
  const compared = sheet.rows.filter(({ changePercent }) => changePercent !== undefined)
  const onCredit = compared.filter(({ figures }) => (figures.earlier ?? 0n) < 0n)
  expect(onCredit.length).toBeGreaterThan(0)
  for (const { figures, changePercent } of compared)
    expect(Number(changePercent)).toBeCloseTo((Number(figures.difference) / Number(figures.earlier)) * 100, 0)
})

test('[T8] a statement of one branch has its records only, and the branches together are the whole', () => {
  const { branch, branchIds, lines } = randomBooks(23)
  const days = { from: addDays(firstDay, 10), to: addDays(firstDay, 40) }
  for (const basis of bases) {
    const parts = branchIds.map(branchId => {
      const own = statement(branch, { kind: 'trial-balance', basis, days, branchId })
      expect(own.branch?.branchId).toBe(branchId)
      expectChecksToAgree(own)
      const debits = inScope(lines, { basis, currency: 'KES', branchId, ...days }).filter(line => line.amountMinor > 0n)
      expect(nonZero(byAccount(sheetIn(own, 'KES'), 'debits'))).toEqual(nonZero(sumsOf(debits)))
      return labelled(sheetIn(own, 'KES'), 'total', 'debits')
    })
    const whole = sheetIn(statement(branch, { kind: 'trial-balance', basis, days }), 'KES')
    expect(labelled(whole, 'total', 'debits')).toBe(parts.reduce((sum, part) => sum + part, 0n))
  }
})

test('[T2] an account that is not in the chart is shown apart, and both sides are equal all the same', () => {
  const branch = makeBranch()
  openForBusiness(branch)
  const { currency } = branch
  const sides = { debit: { account: '9999' }, credit: { account: '4200' } }
  appendCrafted(branch, { entries: [transferEntry('income', { ...sides, amountMinor: 900n, currency })] })
  const whole = statement(branch, { kind: 'balance-sheet', basis: 'booking', days: { to: businessDate('2026-12-31') } })
  expectChecksToAgree(whole)
  expect(labelled(sheetIn(whole, 'KES'), 'not-in-chart')).toBe(900n)
})

test('[T11] days that end before they begin, and a branch that is none, are refused', () => {
  const { books } = makeBranch()
  const refused = (request: Partial<StatementRequest>): string => {
    const days = { to: businessDate('2026-03-02') }
    const read = readStatement(books.db, { kind: 'balance-sheet', basis: 'booking', days, ...request })
    return read.ok ? 'read' : read.refusal.type
  }
  const reversed = { from: businessDate('2026-03-03'), to: businessDate('2026-03-02') }
  expect(refused({ days: reversed })).toBe('statement-range')
  expect(refused({ earlier: reversed })).toBe('statement-range')
  expect(refused({ branchId: '00000000-0000-4000-8000-000000000000' })).toBe('branch-unknown')
  expect(refused({ days: { from: businessDate('1900-01-01'), to: businessDate('2199-12-31') } })).toBe('read')
})

test('[T12] rows without any figure can be left out, and groups folded up; totals stay', () => {
  const { branch } = randomBooks(22, 10)
  const days = { to: addDays(firstDay, 90) }
  const { rows } = sheetIn(statement(branch, { kind: 'balance-sheet', basis: 'booking', days }), 'KES')
  const seen = visibleRows(rows, { hidesZeros: true, folded: new Set(['assets']) })
  expect(seen.filter(({ id }) => id.startsWith('assets/'))).toEqual([])
  expect(seen.map(({ id }) => id)).toContain('assets')
  expect(seen.at(-1)?.id).toBe('liabilities-and-equity')
  expect(visibleRows(rows, { hidesZeros: false, folded: new Set() })).toEqual(rows)
})

test('[T6] an account that is added to the chart goes with those under whose number it stands, as its type allows', () => {
  const branch = makeBranch()
  branch.must('officer', { type: 'day.open', date: businessDate('2026-03-02') })
  const added = [
    ['1321', 'asset', '1300', 'investing'],
    ['2235', 'liability', '2200', 'financing'],
    ['3500', 'equity', '3000', 'financing'],
    ['1360', 'asset', '1300', 'operating'],
    ['4223', 'income', '4000', 'operating'],
  ] as const
  for (const [code, accountType, parent] of added) {
    branch.must('accountant', { type: 'chart.add-account', code, name: 'Added', accountType, parent, posting: true })
    const lines = [
      { account: code, side: 'debit', amountMinor: 100n, currency: 'KES' },
      { account: '1130', side: 'credit', amountMinor: 100n, currency: 'KES' },
    ] as const
    branch.must('accountant', { type: 'journal.post', purpose: 'other', lines: [...lines] }, 'manager')
  }
  const days = { from: businessDate('2026-03-02'), to: businessDate('2026-03-02') }
  const { rows } = sheetIn(statement(branch, { kind: 'cash-flow', basis: 'booking', days }), 'KES')
  for (const [code, , , activity] of added)
    expect(rows.find(({ account }) => account?.code === code)?.id).toBe(`${activity}/${code}`)
  expectBooksToBalance(branch)
})
