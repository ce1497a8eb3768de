import { readAmount } from '../../import/formats.ts'
import type { TableRow } from '../../import/table.ts'
import { depositSchema } from '../../savings/savings-commands.ts'
import type { CommandOf } from '../command.ts'
import { importKey } from './import-key.ts'
import { cellOf, type Fault, type PlannedUnit, type Planning, refusedRow } from './planned-unit.ts'
import { amountRule } from './read-side.ts'

const type = 'savings.deposit'

/**
 * A deposit in cash for each row, as a group hands it in: through the drawer of who gives the list. A row without a number of its own is
 * known by its account, which then stands in the list once. Rows without an amount book nothing. Rules: N6, N15.
 */
export function* planDeposits(planning: Planning): Generator<readonly PlannedUnit[]> {
  const firstRows = new Map<string, number>()
  for (const row of planning.table.rows) yield planDeposit(planning, row, firstRows)
}

function planDeposit(planning: Planning, row: TableRow, firstRows: Map<string, number>): readonly PlannedUnit[] {
  const read = readDeposit(planning, row)
  if (read === null) return []
  if ('rule' in read) return [{ ...refusedRow(planning, row, type, read), ...asWritten(planning, row) }]
  const { command, ...about } = read
  const unit = { type, rows: [row.row], about } as const
  const first = firstRows.get(command.key)
  if (first !== undefined)
    return [{ ...unit, steps: [], refusal: { type: 'row-repeated', row: first, because: 'external-id' } }]
  firstRows.set(command.key, row.row)
  return [{ ...unit, steps: [() => command] }]
}

/** What a row says of which nobody can be named, so that it is found on the paper that it came from. */
function asWritten(planning: Planning, row: TableRow): Pick<PlannedUnit, 'written' | 'listed'> {
  const { accountNumbered, currency: own, spec } = planning
  const written = { number: cellOf(planning, row, 'savingsAccount'), amount: cellOf(planning, row, 'amount') }
  const currency = accountNumbered(written.number)?.currency ?? own
  const amount = readAmount(written.amount, currency, spec.formats.decimalMark)
  return amount.ok ? { written, listed: { amountMinor: amount.value, currency } } : { written }
}

type Read = NonNullable<PlannedUnit['about']> & { readonly command: CommandOf<typeof type> }

function readDeposit(planning: Planning, row: TableRow): Read | Fault | null {
  const { spec, log, accountNumbered, parse } = planning
  const number = cellOf(planning, row, 'savingsAccount')
  if (number === '') return { field: 'savingsAccount', rule: 'missing' }
  const account = accountNumbered(number)
  if (account === null) return { field: 'savingsAccount', rule: 'no-such-account' }
  const { accountId, clientName, currency } = account
  const amount = readAmount(cellOf(planning, row, 'amount'), currency, spec.formats.decimalMark)
  if (!amount.ok) return { field: 'amount', rule: amountRule(amount.refusal) }
  const amountMinor = amount.value
  if (amountMinor === 0n) return null
  const externalId = cellOf(planning, row, 'externalId') || account.number
  const key = importKey({ log, name: spec.name, part: 'deposit', externalId })
  const parsed = parse(depositSchema, { type, key, accountId, amountMinor, currency })
  if (!parsed.ok) return { field: 'amount', rule: parsed.refusal.rule }
  return { command: parsed.value, name: clientName, number: account.number, amountMinor, currency }
}
