import { figureNames, type SheetRow } from './statement-sheet.ts'

const isZero = ({ figures }: SheetRow): boolean => figureNames.every(name => (figures[name] ?? 0n) === 0n)

interface Shown {
  readonly hidesZeros: boolean
  /** Groups that are folded up: nothing under them is shown. */
  readonly folded: ReadonlySet<string>
}

/** The rows that are to be seen; totals always are. */
export function visibleRows(rows: readonly SheetRow[], { hidesZeros, folded }: Shown): readonly SheetRow[] {
  const hidden = new Set<string>()
  return rows.filter(row => {
    const { id, parent, kind } = row
    const isUnderFolded = parent !== undefined && (hidden.has(parent) || folded.has(parent))
    if (isUnderFolded) hidden.add(id)
    return !isUnderFolded && (kind === 'total' || !hidesZeros || !isZero(row))
  })
}
