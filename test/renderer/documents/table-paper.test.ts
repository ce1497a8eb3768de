import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { documentLanguages, documentLocale } from '../../../core/documents/document-language.ts'
import type { TableModel } from '../../../core/documents/document-model.ts'
import type { DocumentRequest } from '../../../core/documents/document-request.ts'
import { documentLabels } from '../../../core/documents/labels/document-labels.ts'
import { paperTables } from '../../../core/documents/paper-tables.ts'
import { printedNumber } from '../../../core/documents/printed-number.ts'
import { readDocument } from '../../../core/documents/read-document.ts'
import { statementLabels } from '../../../core/documents/statement-labels/labels-by-language.ts'
import type { TableRow } from '../../../core/documents/table-cells.ts'
import { formatAmount } from '../../../core/money/format-amount.ts'
import { statementKinds } from '../../../core/statements/statement-request.ts'
import { layoutOf } from '../../../renderer/documents/page-layout.ts'
import { paginateTables } from '../../../renderer/documents/paginate-tables.ts'
import { Paper } from '../../../renderer/documents/paper.tsx'
import { measureTable } from '../../../renderer/documents/table-measures.ts'
import { randomBooks } from '../../core/statements/random-books.ts'

const { branch } = randomBooks(51)
const days = { from: businessDate('2026-01-01'), to: businessDate('2026-01-31') }
const earlier = { from: businessDate('2025-12-01'), to: businessDate('2025-12-31') }

function modelOf(request: DocumentRequest): TableModel {
  const read = readDocument(branch.books, branch.desk('accountant'), request)
  if (!read.ok) throw new Error(read.refusal.type)
  if (read.value.kind !== 'financial-statement' && read.value.kind !== 'ledger') throw new Error('no table')
  return read.value
}

const plain = (text: string): string => text.replace(/\s+/g, ' ')

const textOf = (model: TableModel): string =>
  renderToStaticMarkup(createElement(Paper, { model, layout: layoutOf(model, null) }))
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replace(/\s+/g, ' ')

describe.each(documentLanguages)('[T15] in %s', locale => {
  const requests: readonly DocumentRequest[] = [
    ...statementKinds.map(
      (kind): DocumentRequest => ({
        kind: 'financial-statement',
        statement: { kind, basis: 'booking', days, earlier },
        hidesZeros: true,
        locale,
      }),
    ),
    { kind: 'ledger', lines: { account: '1130', basis: 'value' }, locale },
  ]
  test.each(requests)('$kind says everything on numbered pages', request => {
    const model = modelOf(request)
    const paper = paperTables(model)
    const text = textOf(model)
    const pages = paginateTables(paper, layoutOf(model, null) === 'a4-across').length
    const labels = documentLabels[locale]
    const number = (of: number): string => printedNumber(of, documentLocale(locale))
    for (const said of [
      paper.title,
      ...paper.facts,
      labels.page(number(1), number(pages)),
      labels.page(number(pages), number(pages)),
      'Tumaini Microfinance',
      statementLabels[locale].journalHead,
      ...paper.heads.map(({ hash }) => hash),
    ])
      expect(text).toContain(plain(said))
    for (const { currency, rows } of paper.tables)
      for (const cell of rows.flatMap(({ cells }) => cells))
        if (cell.kind === 'amount')
          expect(text).toContain(plain(formatAmount({ ...cell, currency }, documentLocale(locale))))
    expect(text).not.toMatch(/undefined|NaN|\[object/)
  })
})

test('[T15] each row stands on one page, and what must agree has room below', () => {
  const paper = paperTables(modelOf({ kind: 'ledger', lines: { account: '1130', basis: 'booking' }, locale: 'en' }))
  const [table] = paper.tables
  if (!table) throw new Error('there is a table')
  for (let count = 0; count < 90; count++) {
    const rows = Array.from(
      { length: count },
      () => table.rows[0] ?? { kind: '', depth: 0, isStrong: false, cells: [] },
    )
    const pages = paginateTables({ ...paper, tables: [{ ...table, rows }] }, true)
    expect(pages.reduce((sum, page) => sum + page.rows.length, 0)).toBe(count)
    const last = pages.at(-1)
    expect([last?.isLast, (last?.rows.length ?? 0) <= 24]).toEqual([true, true])
    expect(pages.filter(({ isLast }) => isLast)).toHaveLength(1)
  }
})

test('[T21] a further page of lines begins with all debits and credits so far and the balance', () => {
  const paper = paperTables(modelOf({ kind: 'ledger', lines: { account: '1130', basis: 'booking' }, locale: 'en' }))
  const [table] = paper.tables
  if (!table) throw new Error('there is a table')
  const own = table.rows.filter(({ kind }) => kind === 'line')
  const rows = Array.from({ length: 70 }, (_, place) => own[place % own.length] ?? own[0]).flatMap(row => row ?? [])
  const at = (key: string): number => table.columns.findIndex(column => column.key === key)
  const amountIn = (row: TableRow | undefined, key: string): bigint => {
    const cell = row?.cells[at(key)]
    return cell?.kind === 'amount' ? cell.amountMinor : 0n
  }
  const [first, second, third] = paginateTables({ ...paper, tables: [{ ...table, rows }] }, true)
  const before: TableRow[] = []
  for (const [page, next] of [
    [first, second],
    [second, third],
  ]) {
    before.push(...(page?.rows ?? []).filter(({ kind }) => kind === 'line'))
    const carried = next?.rows[0]
    expect(carried?.cells[at('operation')]).toEqual({ kind: 'text', text: documentLabels.en.broughtForward })
    for (const key of ['debits', 'credits'])
      expect(amountIn(carried, key)).toBe(before.reduce((sum, row) => sum + amountIn(row, key), 0n))
    expect(carried?.cells[at('balance')]).toEqual(before.at(-1)?.cells[at('balance')])
  }
})

test('[T21] names have room beside all columns of a compared trial balance, and figures shrink before one is cut', () => {
  const across = 263
  for (const kind of statementKinds) {
    const statement = { kind, basis: 'booking', days, earlier } as const
    const model = modelOf({ kind: 'financial-statement', statement, hidesZeros: true, locale: 'en' })
    const isAcross = layoutOf(model, null) === 'a4-across'
    for (const table of paperTables(model).tables) {
      const nameAt = table.columns.findIndex(({ key }) => key === 'name')
      const amountAt = table.columns.findIndex(column => column.kind === 'amount')
      const [short, long] = [12, 22].map(letters => measureTable(table, isAcross, letters))
      expect(short?.widthsMm[nameAt]).toBeGreaterThanOrEqual(45)
      expect(long?.widthsMm[nameAt]).toBeGreaterThanOrEqual(45)
      expect(long?.figurePt).toBeLessThan(short?.figurePt ?? 0)
      expect((long?.figurePt ?? 0) * 0.235 * 22).toBeLessThanOrEqual((long?.widthsMm[amountAt] ?? 0) - 1.9)
      expect(long?.widthsMm.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(across + 0.01)
    }
  }
})

test('[T15] a change in percent stands in the digits of the amounts beside it', () => {
  const statement = { kind: 'income-statement', basis: 'booking', days, earlier } as const
  const text = textOf(modelOf({ kind: 'financial-statement', statement, hidesZeros: true, locale: 'ar-EG' }))
  expect(text).toMatch(/[٠-٩]٫[٠-٩]/)
  expect(text).not.toMatch(/\d\.\d/)
})
