import { type Money as Amount, absoluteMinor } from '../../core/money/amount.ts'
import { formatMoney } from '../../core/money/format-amount.ts'
import { headLetterPx } from './grid-fit.ts'
import type { GridColumn } from './grid-table.ts'
import { Money } from './money.tsx'

type MoneyColumn<Row> = Omit<GridColumn<Row>, 'cell' | 'align' | 'width'> & {
  readonly of: (row: Row) => Amount | undefined
  readonly strong?: boolean
  /** A figure that stands under the rows. */
  readonly total?: Amount | undefined
}

/** Letters of a figure, with what its parentheses take. */
const letterPx = 7.6
const bracketsPx = 12

/** A column of amounts, as wide as the largest of them, or as its head while there are none: a figure whose beginning is cut off is another figure. */
export const moneyColumn = <Row,>(
  { of, strong = false, total, ...column }: MoneyColumn<Row>,
  locale: string,
): GridColumn<Row> => ({
  ...column,
  align: 'end',
  width: rows => widthOf([total, ...rows.map(of)], locale) || column.header.length * headLetterPx + bracketsPx,
  cell: row => {
    const amount = of(row)
    return amount && <Money aligned strong={strong} {...amount} />
  },
})

function widthOf(amounts: readonly (Amount | undefined)[], locale: string): number {
  let largest: Amount | undefined
  for (const amount of amounts) {
    if (amount && (!largest || absoluteMinor(amount.amountMinor) > absoluteMinor(largest.amountMinor))) largest = amount
  }
  if (!largest) return 0
  const { amountMinor, currency } = largest
  return formatMoney({ amountMinor: absoluteMinor(amountMinor), currency }, locale).length * letterPx + bracketsPx
}
