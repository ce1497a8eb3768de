import { expect, test } from 'vitest'
import { columnsThatFit, tracksOf } from '../../../renderer/ui/grid-fit.ts'
import type { GridColumn } from '../../../renderer/ui/grid-table.ts'
import { moneyColumn } from '../../../renderer/ui/money-column.tsx'

interface Row {
  readonly amountMinor: bigint
}
const column = (id: string, width: number, leaves?: number): GridColumn<Row> => ({
  id,
  header: id,
  width,
  cell: () => null,
  ...(leaves === undefined ? { grow: 1 } : { leaves }),
})
const amount = moneyColumn<Row>(
  { id: 'amount', header: 'Amount', of: ({ amountMinor }) => ({ amountMinor, currency: 'KES' }) },
  'en-KE',
)
const columns = [column('time', 44, 1), column('who', 120), amount, column('state', 84, 2)]
const idsIn = (roomPx: number, rows: readonly Row[]): readonly string[] =>
  columnsThatFit(columns, rows, roomPx).map(({ column: { id } }) => id)

test('[W31] columns leave a narrow grid in their order, and those that stay keep theirs', () => {
  const rows = [{ amountMinor: 150_000n }]
  expect(idsIn(700, rows)).toEqual(['time', 'who', 'amount', 'state'])
  expect(idsIn(380, rows)).toEqual(['time', 'who', 'amount'])
  expect(idsIn(300, rows)).toEqual(['who', 'amount'])
  expect(idsIn(10, rows)).toEqual(['who', 'amount'])
})

test('[W31] columns of one rank leave together', () => {
  const pair = [column('account', 100), column('debits', 90, 3), column('credits', 90, 3), column('balance', 90, 1)]
  const idsAt = (roomPx: number) => columnsThatFit(pair, [], roomPx).map(({ column: { id } }) => id)
  expect(idsAt(460)).toEqual(['account', 'debits', 'credits', 'balance'])
  expect(idsAt(380)).toEqual(['account', 'balance'])
})

test('[W31] a larger figure takes the room it needs from the columns that may leave', () => {
  const [small, large] = [150_000n, -999_999_999_999_999n].map(amountMinor => idsIn(380, [{ amountMinor }]))
  expect(small).toContain('time')
  expect(large).toEqual(['who', 'amount'])
})

test('[W31] where no column may leave any more, words are shortened before a figure is', () => {
  const rows = [{ amountMinor: -999_999_999_999_999n }]
  const [who, figure] = columnsThatFit(columns, rows, 280)
  const [, free] = columnsThatFit(columns, rows, 400)
  expect(who?.width).toBeLessThan(120)
  expect(who?.width).toBeGreaterThanOrEqual(64)
  expect(figure?.width).toBe(free?.width)
})

test('[W31] words share what is left over, figures keep their width', () => {
  expect(tracksOf(columnsThatFit(columns, [{ amountMinor: 100n }], 240))).toMatch(/^minmax\(120px, 1fr\) \d+px$/)
})
