import {
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  sortFns,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { type ReactNode, useMemo } from 'react'

/** One column of a grid. */
export interface GridColumn<Row> {
  readonly id: string
  readonly header: string
  readonly cell: (row: Row) => ReactNode
  /** Money and counts stand at the end, so that their digits are in line. */
  readonly align?: 'start' | 'end'
  /** Pixels that its cells need, or what the rows at hand make of it. */
  readonly width: number | ((rows: readonly Row[]) => number)
  /** Its share of the width that is left over. */
  readonly grow?: number
  /** Goes where there is no room for all, the highest first; the row's own page still tells what it told. */
  readonly leaves?: number
  /** With it the column's head sorts. */
  readonly sortBy?: (row: Row) => string | number | bigint
}

interface GridRow<Row> {
  readonly row: Row
}

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel(), sortFns })

/** A column's head: how it is sorted now, and the act that changes it. */
interface GridHead {
  readonly id: string
  readonly sorted: 'asc' | 'desc' | undefined
  readonly sort: () => void
}

/** The rows in the order that the person asked for, and the heads that change it. */
export function useGridTable<Row>(columns: readonly GridColumn<Row>[], rows: readonly Row[]) {
  const definitions = useMemo(() => {
    const helper = createColumnHelper<typeof features, GridRow<Row>>()
    return helper.columns(
      columns.map(({ id, sortBy }) =>
        helper.accessor(({ row }): unknown => sortBy?.(row), {
          id,
          enableSorting: sortBy !== undefined,
          sortFn: 'basic',
          sortDescFirst: false,
        }),
      ),
    )
  }, [columns])
  const wrapped = useMemo(() => rows.map(row => ({ row })), [rows])
  const table = useTable({ features, columns: definitions, data: wrapped })
  const heads: readonly GridHead[] =
    table.getHeaderGroups()[0]?.headers.map(({ column }) => ({
      id: column.id,
      sorted: column.getIsSorted() || undefined,
      sort: () => column.toggleSorting(),
    })) ?? []
  return { heads, rows: table.getRowModel().rows.map(({ original }) => original.row) }
}
