import { once } from 'node:events'
import { expect, test } from 'vitest'
import yauzl from 'yauzl'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { documentLanguage } from '../../../core/documents/document-language.ts'
import type { TableModel } from '../../../core/documents/document-model.ts'
import type { DocumentRequest } from '../../../core/documents/document-request.ts'
import { paperTables } from '../../../core/documents/paper-tables.ts'
import { readDocument } from '../../../core/documents/read-document.ts'
import { statementLabels } from '../../../core/documents/statement-labels/labels-by-language.ts'
import { tablesCsv } from '../../../core/documents/tables-csv.ts'
import { transferEntry } from '../../../core/journal/entry.ts'
import { decimalText } from '../../../core/money/decimal-text.ts'
import { statementKinds } from '../../../core/statements/statement-request.ts'
import { workbook } from '../../../electron/paper/workbook.ts'
import { randomBooks } from '../../core/statements/random-books.ts'
import { appendCrafted } from '../../support/append-crafted.ts'
import type { Branch } from '../../support/branch.ts'

const days = { from: businessDate('2026-01-01'), to: businessDate('2026-01-31') }
const earlier = { from: businessDate('2025-12-01'), to: businessDate('2025-12-31') }
const { branch } = randomBooks(41)

function modelOf({ books, desk }: Branch, request: DocumentRequest): TableModel {
  const read = readDocument(books, desk('accountant'), request)
  if (!read.ok) throw new Error(read.refusal.type)
  if (read.value.kind !== 'financial-statement' && read.value.kind !== 'ledger') throw new Error('no table')
  return read.value
}

const csvOf = (model: TableModel): readonly (readonly string[])[] =>
  new TextDecoder('utf-8', { fatal: true })
    .decode(tablesCsv(paperTables(model)))
    .trimEnd()
    .split('\r\n')
    .map(line =>
      [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? ''),
    )

async function unzipped(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>()
  const zip = await yauzl.fromBufferPromise(Buffer.from(bytes))
  for await (const entry of zip.eachEntry()) {
    const stream = await zip.openReadStreamPromise(entry)
    const parts: Buffer[] = []
    stream.on('data', part => parts.push(part))
    await once(stream, 'end')
    files.set(entry.fileName, Buffer.concat(parts).toString('utf8'))
  }
  return files
}

const bookOf = async (model: TableModel): Promise<ReadonlyMap<string, string>> =>
  unzipped(await workbook(paperTables(model), model, statementLabels[documentLanguage(model.locale)]))

/** The numbers of a sheet in their order, as they stand in its file. */
const numbersIn = (sheet: string): readonly number[] =>
  [...sheet.matchAll(/<c [^>]*?(t="[^"]*")?[^>]*><v>([^<]*)<\/v>/g)]
    .filter(([, type]) => type === undefined || type === 't="n"')
    .map(([, , value]) => Number(value))

const requests: readonly DocumentRequest[] = [
  ...statementKinds.map(
    (kind): DocumentRequest => ({
      kind: 'financial-statement',
      statement: { kind, basis: 'value', days, earlier },
      hidesZeros: true,
      locale: 'en-KE',
    }),
  ),
  { kind: 'ledger', lines: { account: '1130', basis: 'booking', ...days }, locale: 'en-KE' },
  { kind: 'ledger', lines: { basis: 'value', ...days }, locale: 'en-KE' },
]

test.each(requests)('[T15] $kind has the same figures on paper, in the CSV and in the workbook', async request => {
  const model = modelOf(branch, request)
  const { tables, heads } = paperTables(model)
  const [header = [], ...lines] = csvOf(model)
  const rows = tables.flatMap(({ currency, rows: own }) => own.map(row => ({ currency, row })))
  expect(lines).toHaveLength(
    rows.length + tables.reduce((sum, { checks }) => sum + checks.length * 2, 0) + heads.length,
  )
  expect(new Set(lines.map(line => line.length))).toEqual(new Set([header.length]))
  const book = await bookOf(model)
  tables.forEach((table, place) => {
    const figures = table.rows.flatMap(({ cells }) =>
      cells.flatMap(cell => (cell.kind === 'amount' ? [decimalText({ ...cell, currency: table.currency })] : [])),
    )
    const inCsv = lines
      .filter(([currency, kind]) => currency === table.currency && kind !== 'check')
      .flatMap(line => line.filter((cell, at) => cell !== '' && table.columns[at - 3]?.kind === 'amount'))
    expect(inCsv).toEqual(figures)
    const numbers = numbersIn(book.get(`xl/worksheets/sheet${place + 1}.xml`) ?? '')
    for (const figure of figures) expect(numbers).toContain(Number(figure))
  })
  expect(lines.at(-1)).toContain(heads.at(-1)?.hash)
})

test('[T16] an amount that a spreadsheet would not keep exactly is text in the workbook, and exact', async () => {
  const { branch: large } = randomBooks(42, 1)
  const sides = { debit: { account: '1130' }, credit: { account: '2270' } }
  for (const amountMinor of [999_999_999_999_999n, 999_999_999_999_999n])
    appendCrafted(large, {
      businessDate: days.from,
      valueDate: days.from,
      entries: [transferEntry('manual-journal', { ...sides, amountMinor, currency: 'BHD' })],
    })
  const model = modelOf(large, {
    kind: 'ledger',
    lines: { account: '2270', currency: 'BHD', basis: 'value' },
    locale: 'ar',
  })
  const book = await bookOf(model)
  const sheet = book.get('xl/worksheets/sheet1.xml') ?? ''
  expect(numbersIn(sheet)).toContain(999_999_999_999.999)
  expect([...book.values()].join()).toContain('1999999999999.998')
  expect(numbersIn(sheet)).not.toContain(1_999_999_999_999.998)
  expect(sheet).toMatch(/rightToLeft="(1|true)"/)
  expect(sheet).toMatch(/<pane [^>]*ySplit="5"[^>]*state="frozen"/)
  expect(book.get('xl/styles.xml')).toContain('#,##0.000')
})

test('[T16] no text of a workbook is a formula, and none of the CSV is one', async () => {
  const { branch: named } = randomBooks(43, 1)
  named.must('head-office', { type: 'chart.change-account', code: '4600', name: '=HYPERLINK("x")' })
  const model = modelOf(named, {
    kind: 'financial-statement',
    statement: { kind: 'trial-balance', basis: 'booking', days: { to: days.to } },
    hidesZeros: false,
    locale: 'en',
  })
  const book = await bookOf(model)
  expect([...book.values()].join()).not.toContain('<f>')
  expect(
    csvOf(model)
      .flat()
      .filter(cell => cell.startsWith('=')),
  ).toEqual([])
})
