import writeWorkbook, { type CellObject, type Row, type Sheet } from 'write-excel-file/node'
import type { JournalHead, Letterhead } from '../../core/documents/document-model.ts'
import type { PaperTable, PaperTables, TableCell, TableRow } from '../../core/documents/table-cells.ts'
import { absoluteMinor } from '../../core/money/amount.ts'
import { type CurrencyCode, minorUnitOf } from '../../core/money/currency.ts'
import { decimalText } from '../../core/money/decimal-text.ts'

/** Fifteen digits are what a spreadsheet keeps of any number: an amount with more stands there as text, so that none is ever another. */
const digitsKept = 1_000_000_000_000_000n

const bold = { fontWeight: 'bold' } as const
const text = (value: string, style: object = {}): CellObject => ({ value, type: String, ...style })

/** Excel's own notation: groups, the currency's decimals, negative in parentheses and red. */
function amountFormat(currency: CurrencyCode): string {
  const decimals = minorUnitOf(currency)
  const digits = decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`
  return `${digits};[Red](${digits})`
}

function amountCell(amountMinor: bigint, currency: CurrencyCode, style: object): CellObject {
  const exact = decimalText({ amountMinor, currency })
  return absoluteMinor(amountMinor) < digitsKept
    ? { value: Number(exact), type: Number, format: amountFormat(currency), ...style }
    : text(exact, { align: 'right', ...style })
}

function cellOf(cell: TableCell, currency: CurrencyCode, style: object): CellObject | null {
  switch (cell.kind) {
    case 'text':
      return text(cell.text, style)
    case 'amount':
      return amountCell(cell.amountMinor, currency, style)
    case 'date':
      return { value: new Date(`${cell.date}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd', ...style }
    case 'percent':
      return { value: Number(cell.percent), type: Number, format: '0.0', ...style }
    case 'number':
      return { value: cell.number, type: Number, format: '0', ...style }
    case 'empty':
      return null
  }
}

const rowOf = ({ cells, depth, isStrong }: TableRow, { currency, columns }: PaperTable): Row =>
  cells.map((cell, place) => {
    const isName = columns[place]?.key === 'name'
    return cellOf(cell, currency, { ...(isStrong ? bold : {}), ...(isName && depth > 0 ? { indent: depth } : {}) })
  })

const headRow = ({ columns }: PaperTable): Row =>
  columns.map(({ header, kind }) =>
    text(header, {
      ...bold,
      backgroundColor: '#e6efec',
      bottomBorderStyle: 'thin',
      align: kind === 'text' || kind === 'date' ? 'left' : 'right',
    }),
  )

const checkRows = ({ checks, currency }: PaperTable): readonly Row[] =>
  checks.map(({ names, firstMinor, secondMinor }) => [
    null,
    text(names.join(' = ')),
    amountCell(firstMinor, currency, {}),
    amountCell(secondMinor, currency, {}),
  ])

const headRows = (heads: readonly JournalHead[]): readonly Row[] =>
  heads.map(({ deviceCode, log, seq, hash }) => [text(deviceCode), text(`${log} ${seq} ${hash}`)])

const widths = { text: 18, amount: 18, date: 12, percent: 12, number: 10 } as const
const nameWidth = 44

interface Words {
  readonly controlTotals: string
  readonly journalHead: string
}

/**
 * The tables as a workbook, a sheet for each currency: real numbers in the currency's format and real dates, the head of the table frozen, from right to
 * left where the language is. Rules: T15, T16.
 */
export function workbook(
  { title, facts, tables, heads }: PaperTables,
  { institutionName, locale }: Letterhead,
  words: Words,
): Promise<Uint8Array> {
  const sheets = tables.map((table): Sheet<Buffer> => {
    const above: readonly Row[] = [
      [text(institutionName, bold)],
      [text(`${title} (${table.currency})`, { ...bold, fontSize: 14 })],
      [text(facts.join(' · '))],
      [],
    ]
    const checks = checkRows(table)
    return {
      sheet: table.currency,
      data: [
        ...above,
        headRow(table),
        ...table.rows.map(row => rowOf(row, table)),
        [],
        ...(checks.length > 0 ? [[text(words.controlTotals, bold)], ...checks, []] : []),
        [text(words.journalHead, bold)],
        ...headRows(heads),
      ],
      stickyRowsCount: above.length + 1,
      columns: table.columns.map(({ key, kind }) => ({ width: key === 'name' ? nameWidth : widths[kind] })),
      rightToLeft: locale.startsWith('ar'),
    }
  })
  return writeWorkbook(sheets).toBuffer()
}
