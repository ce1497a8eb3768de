import type { PaperTable, PaperTables, TableRow } from '../../core/documents/table-cells.ts'
import { broughtForwardRow } from './brought-forward.ts'
import { paginateRows } from './paginate-rows.ts'

/** Rows that fit below the head of the first page of a table and below the running head of the others. */
const roomUpright = { first: 37, further: 43 } as const
const roomAcross = { first: 22, further: 27 } as const

export interface TablePage {
  readonly key: string
  readonly table: PaperTable
  readonly rows: readonly TableRow[]
  /** What must agree stands below these rows. */
  readonly isEndOfTable: boolean
  /** So does what proves the books. */
  readonly isLast: boolean
}

/** How many rows' height the lines below a table take. */
const rowsBelow = ({ checks }: PaperTable, heads: number): number =>
  (checks.length > 0 ? checks.length + 2 : 0) + (heads > 0 ? heads + 2 : 0)

/** Each currency begins on a page of its own; lines that go on begin with what they go on from; what stands below a table goes onto another page where there is no room left for it. */
export function paginateTables({ tables, heads }: PaperTables, isAcross: boolean): readonly TablePage[] {
  const room = isAcross ? roomAcross : roomUpright
  return tables.flatMap((table, place) => {
    const isLastTable = place === tables.length - 1
    const below = rowsBelow(table, isLastTable ? heads.length : 0)
    const further = table.broughtForward === undefined ? room.further : room.further - 1
    const pages = paginateRows(table.rows, { first: room.first, further })
    const lastRows = pages.at(-1)?.length ?? 0
    const isFull = lastRows + below > (pages.length === 1 ? room.first : further)
    const filled = isFull && lastRows > 0 ? [...pages, []] : pages
    return filled.map((own, number): TablePage => {
      const isEndOfTable = number === filled.length - 1
      const rows = own.length > 0 ? [...broughtForwardRow(table, filled.slice(0, number).flat()), ...own] : own
      return { key: `${table.currency}/${number}`, table, rows, isEndOfTable, isLast: isEndOfTable && isLastTable }
    })
  })
}
