import { foldText } from '../../customers/fold-text.ts'
import { readAmount } from '../../import/formats.ts'
import type { ImportField } from '../../import/import-kinds.ts'
import type { TableRow } from '../../import/table.ts'
import { openAccountSchema, takeOverSchema } from '../../savings/savings-commands.ts'
import type { JournalCommand } from '../command.ts'
import type { Unit } from '../execute-unit.ts'
import { importKey } from './import-key.ts'
import { cellOf, type Fault, type PlannedUnit, type Planning, refusedRow } from './planned-unit.ts'
import { amountRule } from './read-side.ts'

const type = 'savings.open'

/**
 * A savings account for each row, under a product of today, with what it held in the former books: both or neither. Its terms are the
 * product's own. Rules: N6, N11.
 */
export function planAccounts(planning: Planning): readonly PlannedUnit[] {
  const firstRows = new Map<string, number>()
  return planning.table.rows.map((row): PlannedUnit => {
    const externalId = cellOf(planning, row, 'externalId')
    const read = readAccount(planning, row, externalId)
    if ('rule' in read) return refusedRow(planning, row, type, read)
    const unit = { type, rows: [row.row] } as const
    const first = firstRows.get(externalId)
    if (first !== undefined)
      return { ...unit, steps: [], refusal: { type: 'row-repeated', row: first, because: 'external-id' } }
    firstRows.set(externalId, row.row)
    return { ...unit, steps: read.steps }
  })
}

function readAccount(planning: Planning, row: TableRow, externalId: string): { readonly steps: Unit } | Fault {
  const { spec, log, products, clientOf, parse } = planning
  const cell = (field: ImportField): string => cellOf(planning, row, field)
  if (externalId === '') return { field: 'externalId', rule: 'missing' }
  const clientId = clientOf(cell('client'))
  if (clientId === null) return { field: 'client', rule: cell('client') === '' ? 'missing' : 'not-known-here' }
  const wanted = foldText(cell('product'))
  const product = products.find(one => [one.productId, one.name].some(name => foldText(name) === wanted))
  if (!product) return { field: 'product', rule: wanted === '' ? 'missing' : 'not-one-of' }
  const { productId, currency } = product
  const amount = readAmount(cell('balance'), currency, spec.formats.decimalMark)
  if (!amount.ok) return { field: 'balance', rule: amountRule(amount.refusal) }
  const keyOf = (part: string): string => importKey({ log, name: spec.name, part, externalId })
  const opened = parse(openAccountSchema, { type, key: keyOf('account'), clientId, productId })
  if (!opened.ok) return { field: 'externalId', rule: opened.refusal.rule }
  const takenOver = ({ accountId }: Readonly<Record<string, string>>): JournalCommand =>
    takeOverSchema.parse({
      type: 'savings.take-over',
      key: keyOf('account-balance'),
      accountId,
      amountMinor: amount.value,
      currency,
    })
  return { steps: [() => opened.value, ...(amount.value > 0n ? [takenOver] : [])] }
}
