import type { CSSProperties } from 'react'
import type { PaperTable, TableCell, TableColumn, TableRow } from '../../core/documents/table-cells.ts'
import type { PaperWords } from './paper-words.ts'
import { lettersIn, measureTable } from './table-measures.ts'
import classes from './table-sheets.module.css'

interface SheetTableProps {
  readonly table: PaperTable
  readonly isAcross: boolean
  readonly rows: readonly TableRow[]
  readonly words: PaperWords
}

const longestFigure = ({ rows }: PaperTable, words: PaperWords): number =>
  Math.max(
    0,
    ...rows.flatMap(({ cells }) => cells.map(cell => (cell.kind === 'amount' ? writtenIn(cell, words).length : 0))),
  )

/** What a name stands further in for each group above it. */
const depthMm = 3

const isFigure = ({ kind }: TableColumn): boolean => kind === 'amount' || kind === 'percent' || kind === 'number'

/** One page's rows under the table's head. Every row has the same height, and a column the same width on every page. */
export function SheetTable({ table, isAcross, rows, words }: SheetTableProps) {
  const { columns, currency } = table
  const { widthsMm, figurePt } = measureTable(table, isAcross, longestFigure(table, words))
  return (
    <table className={classes.table} style={{ '--figure': `${figurePt}pt` } as CSSProperties}>
      <colgroup>
        {columns.map((column, at) => (
          <col key={column.key} style={{ width: `${widthsMm[at]}mm` }} />
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
              const widthMm = widthsMm[at] ?? 0
              return (
                column && (
                  <Cell key={column.key} cell={cell} column={column} widthMm={widthMm} row={row} words={words} />
                )
              )
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
  readonly widthMm: number
  readonly row: TableRow
  readonly words: PaperWords
}

function Cell({ cell, column, widthMm, row, words }: CellProps) {
  const written = isNothing(cell, column, row) ? '' : writtenIn(cell, words)
  if (isFigure(column))
    return (
      <td className={classes.figure}>
        <bdi dir="ltr">{written}</bdi>
      </td>
    )
  const insetMm = column.key === 'name' ? row.depth * depthMm : 0
  const isLong = written.length > lettersIn(widthMm - insetMm)
  return (
    <td style={{ '--inset': `${insetMm}mm` } as CSSProperties} data-long={isLong || undefined}>
      {isLong ? (
        <div className={classes.twoLines}>
          <bdi>{written}</bdi>
        </div>
      ) : (
        <bdi>{written}</bdi>
      )}
    </td>
  )
}

/** On a trial balance most of the columns of most rows are nothing, as in the window: an empty place says so sooner than a zero. */
const emptyWhenZero: ReadonlySet<string> = new Set(['opening', 'debits', 'credits', 'debit', 'credit'])
const isNothing = (cell: TableCell, { key }: TableColumn, { kind }: TableRow): boolean =>
  cell.kind === 'amount' && cell.amountMinor === 0n && kind !== 'total' && emptyWhenZero.has(key)

function writtenIn(cell: TableCell, words: PaperWords): string {
  switch (cell.kind) {
    case 'text':
      return cell.text
    case 'amount':
      return words.amount(cell.amountMinor)
    case 'date':
      return words.date(cell.date)
    case 'percent':
      return words.percent(cell.percent)
    case 'number':
      return words.number(cell.number)
    case 'empty':
      return ''
  }
}
