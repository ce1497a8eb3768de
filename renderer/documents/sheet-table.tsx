import type { CSSProperties } from 'react'
import { documentLocale } from '../../core/documents/document-language.ts'
import type { PaperTable, TableCell, TableColumn, TableRow } from '../../core/documents/table-cells.ts'
import type { PaperWords } from './paper-words.ts'
import classes from './table-sheets.module.css'

interface SheetTableProps {
  readonly table: PaperTable
  readonly rows: readonly TableRow[]
  readonly words: PaperWords
}

/** Letters of a text beyond which it is set smaller, on two lines: a name has more room than what else is said in words. */
const longName = 34
const longWords = 18

const isFigure = ({ kind }: TableColumn): boolean => kind === 'amount' || kind === 'percent' || kind === 'number'

/** One page's rows under the table's head. Every row has the same height. */
export function SheetTable({ table: { columns, currency }, rows, words }: SheetTableProps) {
  return (
    <table className={classes.table}>
      <colgroup>
        {columns.map(column => (
          <col key={column.key} className={classes[column.key] ?? classes[column.kind]} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map(column => (
            <th key={column.key} scope="col" className={isFigure(column) ? classes.figure : undefined}>
              {column.header}
              {column.kind === 'amount' && ` (${currency})`}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a paper is drawn once and its rows never move
          <tr key={place} data-strong={row.isStrong || undefined}>
            {row.cells.map((cell, at) => {
              const column = columns[at]
              return column && <Cell key={column.key} cell={cell} column={column} row={row} words={words} />
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface CellProps {
  readonly cell: TableCell
  readonly column: TableColumn
  readonly row: TableRow
  readonly words: PaperWords
}

function Cell({ cell, column, row, words }: CellProps) {
  const written = writtenIn(cell, words)
  if (isFigure(column))
    return (
      <td className={classes.figure}>
        <bdi dir="ltr">{written}</bdi>
      </td>
    )
  const isName = column.key === 'name'
  const depth = isName ? row.depth : 0
  const longest = isName ? longName : longWords
  return (
    <td style={{ '--depth': depth } as CSSProperties} data-long={written.length > longest || undefined}>
      <bdi>{written}</bdi>
    </td>
  )
}

function writtenIn(cell: TableCell, words: PaperWords): string {
  switch (cell.kind) {
    case 'text':
      return cell.text
    case 'amount':
      return words.amount(cell.amountMinor)
    case 'date':
      return words.date(cell.date)
    case 'percent':
      return new Intl.NumberFormat(documentLocale(words.language), {
        minimumFractionDigits: 1,
        maximumFractionDigits: 1,
      }).format(cell.percent as Intl.StringNumericLiteral)
    case 'number':
      return words.number(cell.number)
    case 'empty':
      return ''
  }
}
