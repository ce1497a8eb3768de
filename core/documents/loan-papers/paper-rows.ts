import type { TableCell, TableRow } from '../table-cells.ts'

/** A row of a loan's paper; all but lines of a table stand out. */
export const paperRow = (kind: 'line' | 'total', cells: readonly TableCell[]): TableRow => ({
  kind,
  depth: 0,
  isStrong: kind === 'total',
  cells,
})
