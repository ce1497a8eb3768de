import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { assert } from '../../core/assert.ts'
import classes from './data-grid.module.css'
import { columnsThatFit, tracksOf } from './grid-fit.ts'
import { type GridColumn, useGridTable } from './grid-table.ts'
import { useFirstFocus } from './use-first-focus.ts'
import { useGridKeys } from './use-grid-keys.ts'
import { useWidth } from './use-width.ts'

interface DataGridProps<Row> {
  /** What the grid lists, for a screen reader. */
  readonly label: string
  readonly columns: readonly GridColumn<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** Enter on a row, or a click on one of its cells, whose column is named. */
  readonly onOpen?: (row: Row, column?: string) => void
  /** Letters that act on the active row while the grid has the focus, such as R to reverse it. */
  readonly rowKeys?: Readonly<Record<string, (row: Row) => void>>
  /** What stands there while there is nothing. */
  readonly empty: ReactNode
  readonly isPending?: boolean
  /** Asked for when the last rows come into sight. */
  readonly more?: (() => void) | undefined
  /** The grid grows to this many rows and then scrolls; without it, it takes the height that is left. */
  readonly maxRows?: number
  /** A last row of totals, cell by column id. */
  readonly totals?: Readonly<Record<string, ReactNode>>
  /** A quiet mark on a row: struck through, or waiting. */
  readonly rowState?: (row: Row) => 'void' | 'waiting' | undefined
  readonly autoFocus?: boolean
  /** Under this name the active row is remembered, so that whoever comes back stands where they were. */
  readonly place?: string
}

const rowHeight = 34
const headHeight = 30

/** A dense list of rows for the keyboard: arrows, Page Up and Down, Home, End, Enter. Draws only what is in sight. */
export function DataGrid<Row>(props: DataGridProps<Row>) {
  const { onOpen, more, maxRows, totals } = props
  const gridId = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const grid = useRef<HTMLTableElement>(null)
  const table = useGridTable(props.columns, props.rows)
  const count = table.rows.length
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    scrollPaddingEnd: totals ? rowHeight : 0,
  })
  const keys = useGridKeys({
    count,
    place: props.place,
    rowIds: distinct(table.rows.map(props.rowKey)),
    pageSize: Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2),
    onMove: index => virtual.scrollToIndex(index),
    onOpen: onOpen && (index => table.rows[index] !== undefined && onOpen(table.rows[index])),
  })
  function onKeyDown(event: KeyboardEvent): void {
    const act = event.ctrlKey || event.altKey || event.metaKey ? undefined : props.rowKeys?.[event.key.toLowerCase()]
    const row = table.rows[keys.active]
    if (act && row !== undefined) {
      event.preventDefault()
      act(row)
    } else keys.onKeyDown(event)
  }
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (more && last >= count - 10) more()
  }, [more, last, count])
  useFirstFocus(grid, (props.autoFocus ?? false) && count > 0)

  const isEmpty = count === 0 && !props.isPending
  const roomPx = useWidth(scroller, !isEmpty)
  if (isEmpty) return <div className={classes.nothing}>{props.empty}</div>
  const fitted = columnsThatFit(props.columns, props.rows, roomPx)
  const columns = fitted.map(({ column }) => column)
  const heads = table.heads.filter(({ id }) => columns.some(column => column.id === id))
  const tracks = { '--tracks': tracksOf(fitted) } as CSSProperties
  const limit = heightLimit(maxRows, totals !== undefined)
  return (
    <div className={classes.scroller} data-fill={maxRows === undefined || undefined} ref={scroller} style={limit}>
      <table
        className={classes.grid}
        ref={grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table's interactive form in ARIA
        role="grid"
        tabIndex={0}
        data-opens={onOpen ? true : undefined}
        aria-label={props.label}
        aria-rowcount={count + 1}
        aria-busy={props.isPending ?? false}
        aria-activedescendant={count > 0 ? `${gridId}-${keys.active}` : undefined}
        style={tracks}
        onKeyDown={onKeyDown}
      >
        <GridHead columns={columns} heads={heads} />
        <tbody className={classes.rows} style={{ height: virtual.getTotalSize() }}>
          {items.map(({ index, start }) => {
            const row = table.rows[index]
            return (
              row !== undefined && (
                <GridRow
                  {...props}
                  columns={columns}
                  key={props.rowKey(row)}
                  row={row}
                  id={`${gridId}-${index}`}
                  index={index}
                  top={start - headHeight}
                  isActive={index === keys.active}
                  onTouch={() => keys.setActive(index)}
                />
              )
            )
          })}
        </tbody>
        {totals && <GridTotals columns={columns} totals={totals} />}
      </table>
    </div>
  )
}

/** Two rows of one key would be drawn as one, or left behind as ghosts. */
function distinct(rowIds: readonly string[]): readonly string[] {
  assert(new Set(rowIds).size === rowIds.length, 'each row of a grid has a key of its own')
  return rowIds
}

const heightLimit = (maxRows: number | undefined, hasTotals: boolean): CSSProperties =>
  maxRows === undefined ? {} : { maxHeight: headHeight + (Math.max(1, maxRows) + (hasTotals ? 1 : 0)) * rowHeight }

interface GridRowProps<Row> extends DataGridProps<Row> {
  readonly row: Row
  readonly id: string
  readonly index: number
  readonly top: number
  readonly isActive: boolean
  readonly onTouch: () => void
}

/** The keyboard never reaches a row: the focus stays on the grid, which names its active row and takes the keys. */
function GridRow<Row>({ row, columns, onOpen, rowState, id, index, top, isActive, onTouch }: GridRowProps<Row>) {
  return (
    <tr
      id={id}
      className={classes.row}
      aria-rowindex={index + 2}
      aria-selected={isActive}
      data-state={rowState?.(row)}
      style={{ transform: `translateY(${top}px)` }}
      onMouseDown={onTouch}
      onClick={event => onOpen?.(row, columnAt(event.target))}
    >
      {columns.map(column => (
        <td
          key={column.id}
          className={classes.cell}
          data-align={column.align}
          dir={column.align === 'end' ? undefined : 'auto'}
          data-column={column.id}
        >
          {column.cell(row)}
        </td>
      ))}
    </tr>
  )
}

/** The column in whose cell something lies. */
const columnAt = (target: EventTarget): string | undefined =>
  target instanceof Element ? target.closest<HTMLElement>('[data-column]')?.dataset.column : undefined

type Heads = ReturnType<typeof useGridTable>['heads']
const sortWords = { asc: 'ascending', desc: 'descending' } as const

function GridHead<Row>({ columns, heads }: { readonly columns: readonly GridColumn<Row>[]; readonly heads: Heads }) {
  return (
    <thead className={classes.head}>
      <tr className={classes.cells} aria-rowindex={1}>
        {columns.map(({ id, header, align, sortBy }, index) => {
          const sorted = heads[index]?.sorted
          return (
            <th
              key={id}
              scope="col"
              className={classes.cell}
              data-align={align}
              aria-sort={sorted && sortWords[sorted]}
            >
              {sortBy ? (
                <button type="button" className={classes.sort} tabIndex={-1} onClick={heads[index]?.sort}>
                  {header}
                  {sorted === 'asc' && <IconArrowUp size={12} aria-hidden />}
                  {sorted === 'desc' && <IconArrowDown size={12} aria-hidden />}
                </button>
              ) : (
                header
              )}
            </th>
          )
        })}
      </tr>
    </thead>
  )
}

type TotalsProps<Row> = Pick<DataGridProps<Row>, 'columns'> & { readonly totals: Readonly<Record<string, ReactNode>> }

function GridTotals<Row>({ columns, totals }: TotalsProps<Row>) {
  return (
    <tfoot className={classes.totals}>
      <tr className={classes.cells}>
        {columns.map(column => (
          <td key={column.id} className={classes.cell} data-align={column.align}>
            {totals[column.id]}
          </td>
        ))}
      </tr>
    </tfoot>
  )
}
