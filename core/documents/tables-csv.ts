import { csvCell, csvText } from '../csv-row.ts'
import { decimalText } from '../money/decimal-text.ts'
import type { PaperTable, PaperTables, TableCell } from './table-cells.ts'

/**
 * The tables as CSV for other programs (RFC 4180): UTF-8, column names that are the same in every language, decimal points, ISO dates.
 * Under the rows of all currencies stand the sums that must agree, and the newest record of each log. Rule: T15.
 */
export function tablesCsv({ tables, heads }: PaperTables): Uint8Array {
  const columns = tables[0]?.columns ?? []
  const places = ['text', 'amount'].map(kind => columns.findIndex(column => column.kind === kind))
  const [textAt = 0, amountAt = 0] = places
  const extra = (cells: Readonly<Record<number, string>>): readonly string[] =>
    columns.map((_, place) => cells[place] ?? '')
  const rows = [
    ['currency', 'row', 'level', ...columns.map(({ key }) => key)],
    ...tables.flatMap(tableRows),
    ...tables.flatMap(({ currency, checks }) =>
      checks.flatMap(({ names, firstMinor, secondMinor }) =>
        [firstMinor, secondMinor].map((amountMinor, side) => [
          currency,
          'check',
          '0',
          ...extra({ [textAt + 1]: csvText(names[side] ?? ''), [amountAt]: decimalText({ amountMinor, currency }) }),
        ]),
      ),
    ),
    ...heads.map(({ deviceCode, log, seq, hash }) => [
      '',
      'journal-head',
      '0',
      ...extra({ [textAt]: csvText(`${deviceCode} ${log} ${seq}`), [textAt + 1]: hash }),
    ]),
  ]
  return new TextEncoder().encode(`${rows.map(cells => cells.join(',')).join('\r\n')}\r\n`)
}

const tableRows = ({ currency, rows }: PaperTable): readonly (readonly string[])[] =>
  rows.map(({ kind, depth, cells }) => [currency, kind, String(depth), ...cells.map(cell => plainText(cell, currency))])

function plainText(cell: TableCell, currency: PaperTable['currency']): string {
  switch (cell.kind) {
    case 'text':
      return csvText(cell.text)
    case 'amount':
      return csvCell(decimalText({ amountMinor: cell.amountMinor, currency }))
    case 'date':
      return cell.date
    case 'percent':
      return cell.percent
    case 'number':
      return String(cell.number)
    case 'empty':
      return ''
  }
}
