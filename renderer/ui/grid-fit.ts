import type { GridColumn } from './grid-table.ts'

/** Between two columns, and at both ends of a row; data-grid.module.css says the same. */
const gapPx = 16
const endsPx = 28

/** A few letters of a word. */
const wordsLeastPx = 64

/** Letters of a head are small; each needs about this much. */
export const headLetterPx = 6.6

interface FittedColumn<Row> {
  readonly column: GridColumn<Row>
  readonly width: number
}

/**
 * The columns for which there is room, in their order: where it is short, those that may leave go, the highest first, and those of
 * one rank together: debits without credits would be no trial balance.
 * Then words give way; a figure is never cut, and only where there is no room for the figures does the grid scroll sideways.
 */
export function columnsThatFit<Row>(
  columns: readonly GridColumn<Row>[],
  rows: readonly Row[],
  roomPx: number | undefined,
): readonly FittedColumn<Row>[] {
  let kept = columns.map(column => ({ column, width: widthOf(column, rows) }))
  if (roomPx === undefined) return kept
  const ranks = new Set(columns.flatMap(({ leaves }) => leaves ?? []))
  for (const next of [...ranks].sort((a, b) => b - a)) {
    if (neededPx(kept) <= roomPx) break
    kept = kept.filter(({ column: { leaves } }) => leaves !== next)
  }
  return squeezed(kept, roomPx)
}

/** Words give way last, down to a few letters and their dots; figures never do. */
function squeezed<Row>(kept: readonly FittedColumn<Row>[], roomPx: number): readonly FittedColumn<Row>[] {
  const overPx = neededPx(kept) - roomPx
  const words = kept.filter(({ column }) => column.grow !== undefined && column.align !== 'end')
  if (overPx <= 0 || words.length === 0) return kept
  return kept.map(fitted =>
    words.includes(fitted)
      ? { ...fitted, width: Math.max(wordsLeastPx, fitted.width - overPx / words.length) }
      : fitted,
  )
}

const neededPx = (kept: readonly Pick<FittedColumn<unknown>, 'width'>[]): number =>
  endsPx + kept.reduce((sum, { width }) => sum + width, 0) + gapPx * Math.max(0, kept.length - 1)

function widthOf<Row>({ width, header }: GridColumn<Row>, rows: readonly Row[]): number {
  const own = typeof width === 'number' ? width : width(rows)
  return Math.ceil(Math.max(own, header.length * headLetterPx))
}

/** The tracks of the CSS grid. */
export const tracksOf = <Row>(fitted: readonly FittedColumn<Row>[]): string =>
  fitted
    .map(({ column: { grow }, width }) => (grow === undefined ? `${width}px` : `minmax(${width}px, ${grow}fr)`))
    .join(' ')
