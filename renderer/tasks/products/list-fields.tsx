import { IconPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ChartRow } from '../../../core/query/ledger-answers.ts'
import { Action } from '../../ui/action.tsx'
import type { ProductForm } from './product-form.ts'
import classes from './products.module.css'
import { proposedId } from './proposed-id.ts'
import { TermField } from './term-field.tsx'
import { isInRow, type ListName, type TypedRow, termLists } from './term-lists.ts'

interface ListFieldsProps {
  readonly list: ListName
  readonly form: ProductForm
  readonly chart: readonly ChartRow[]
  readonly wordOf: (field: string) => string | undefined
  readonly onRows: (list: ListName, rows: readonly TypedRow[]) => void
}

/** What a product says several times: a row for each, one more, and one less. */
export function ListFields({ list, form, chart, wordOf, onRows }: ListFieldsProps) {
  const { t } = useTranslation('products')
  const spec = termLists.find(one => one.list === list)
  const rows = form.lists[list] ?? []
  if (!spec) return null
  const change = (place: number, field: string, text: string): void =>
    onRows(
      list,
      rows.map((row, at) => (at === place ? { ...row, ...proposalFor(row, field, text), [field]: text } : row)),
    )
  const first = Object.fromEntries(
    spec.columns.map(column => [column.field, column.value === 'choice' ? (column.choices[0] ?? '') : '']),
  )
  const whole = wordOf(list)
  return (
    <fieldset className={classes.tiers}>
      <legend>{t(`list-${list}`)}</legend>
      {rows.map((row, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place; two may be typed alike for a moment
        <div className={classes.row} key={place}>
          {spec.columns
            .filter(column => isInRow(column, row))
            .map(column => (
              <div key={column.field} data-field={`${list}.${place}.${column.field}`}>
                <TermField
                  spec={column}
                  path={`${list}.${place}.${column.field}`}
                  text={row[column.field] ?? ''}
                  currency={form.currency}
                  chart={chart}
                  error={wordOf(`${list}.${place}.${column.field}`)}
                  onText={text => change(place, column.field, text)}
                />
              </div>
            ))}
          <Action
            icon={<IconX size={15} aria-hidden />}
            onAct={() =>
              onRows(
                list,
                rows.filter((_, at) => at !== place),
              )
            }
          >
            {t('row-remove', { number: place + 1 })}
          </Action>
        </div>
      ))}
      {whole && (
        <p className={classes.fault} role="alert">
          {whole}
        </p>
      )}
      {rows.length < spec.rowsMax && (
        <div>
          <Action icon={<IconPlus size={15} aria-hidden />} onAct={() => onRows(list, [...rows, first])}>
            {t(`list-add-${list}`)}
          </Action>
        </div>
      )}
    </fieldset>
  )
}

/** The name of a charge proposes its identifier, as that of the product does. */
const proposalFor = (row: TypedRow, field: string, text: string): TypedRow => {
  const { productId } = proposedId({ name: row.name ?? '', productId: row.chargeId ?? '' }, field, text)
  return productId === undefined ? {} : { chargeId: productId }
}
