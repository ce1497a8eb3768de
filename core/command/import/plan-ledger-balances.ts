import type { TableRow } from '../../import/table.ts'
import { postingAccounts } from '../../ledger/posting-accounts.ts'
import { postJournalSchema } from '../../manual-journals/journal-commands.ts'
import type { CommandOf } from '../command.ts'
import { importKey } from './import-key.ts'
import { cellOf, type Fault, type PlannedUnit, type Planning, refusedRow } from './planned-unit.ts'
import { currencyOf, readSide } from './read-side.ts'

const type = 'journal.post'

/**
 * A journal for each row, between its account and the account of opening balances, on which nothing is left when all sides of the former
 * books are in. Rows without an amount book nothing. An account stands in a file once in each currency. Rules: N6, N9.
 */
export function* planLedgerBalances(planning: Planning): Generator<readonly PlannedUnit[]> {
  const firstRows = new Map<string, number>()
  for (const row of planning.table.rows) yield planBalance(planning, row, firstRows)
}

function planBalance(planning: Planning, row: TableRow, firstRows: Map<string, number>): readonly PlannedUnit[] {
  const read = readBalance(planning, row)
  if (read === null) return []
  if ('rule' in read) return [refusedRow(planning, row, type, read)]
  const unit = { type, rows: [row.row] } as const
  const first = firstRows.get(read.key)
  if (first !== undefined)
    return [{ ...unit, steps: [], refusal: { type: 'row-repeated', row: first, because: 'external-id' } }]
  firstRows.set(read.key, row.row)
  return [{ ...unit, steps: [() => read] }]
}

function readBalance(planning: Planning, row: TableRow): CommandOf<'journal.post'> | Fault | null {
  const { spec, log, parse } = planning
  const account = cellOf(planning, row, 'account')
  if (account === '') return { field: 'account', rule: 'missing' }
  if (account === postingAccounts.openingBalances) return { field: 'account', rule: 'not-allowed' }
  const currency = currencyOf(planning, row)
  if (currency === null) return { field: 'currency', rule: 'unknown-currency' }
  const side = readSide(planning, row, currency)
  if (side === null || 'rule' in side) return side
  const parsed = parse(postJournalSchema, {
    type,
    key: importKey({ log, name: spec.name, part: 'ledger-balance', externalId: `${account} ${currency}` }),
    purpose: 'opening-balance',
    lines: [
      { account, side: side.side, amountMinor: side.amountMinor, currency },
      {
        account: postingAccounts.openingBalances,
        side: side.side === 'debit' ? 'credit' : 'debit',
        amountMinor: side.amountMinor,
        currency,
      },
    ],
  })
  return parsed.ok ? parsed.value : { field: 'account', rule: parsed.refusal.rule }
}
