import { amountCell, empty, type PaperTable, type TableRow, textCell } from '../../core/documents/table-cells.ts'

/** What a page begins with whose lines go on from those before: sums so far, and what stood last. Rule: T21. */
export function broughtForwardRow(
  { columns, broughtForward }: PaperTable,
  before: readonly TableRow[],
): readonly TableRow[] {
  const lines = before.filter(({ kind }) => kind === 'line')
  if (broughtForward === undefined || lines.length === 0) return []
  const cells = columns.map(({ carried }, at) => {
    if (carried === 'words') return textCell(broughtForward)
    if (carried === 'last') return lines.at(-1)?.cells[at] ?? empty
    return carried === 'sum' ? amountCell(sumOf(lines, at)) : empty
  })
  return [{ kind: 'brought-forward', depth: 0, isStrong: false, cells }]
}

const sumOf = (lines: readonly TableRow[], at: number): bigint =>
  lines.reduce((sum, { cells }) => {
    const cell = cells[at]
    return cell?.kind === 'amount' ? sum + cell.amountMinor : sum
  }, 0n)
