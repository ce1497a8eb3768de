import { readAmount } from '../../import/formats.ts'
import type { ImportField } from '../../import/import-kinds.ts'
import type { TableRow } from '../../import/table.ts'
import { postingAccounts } from '../../ledger/posting-accounts.ts'
import { postJournalSchema } from '../../manual-journals/journal-commands.ts'
import { type CurrencyCode, currencySchema } from '../../money/currency.ts'
import type { AmountMalformed } from '../../money/parse-amount.ts'
import type { CommandOf } from '../command.ts'
import { importKey } from './import-key.ts'
import { cellOf, type Fault, type PlannedUnit, type Planning, refusedRow } from './planned-unit.ts'

const type = 'journal.post'

/**
 * A journal for each row, between its account and the account of opening balances, on which nothing is left when all sides of the former
 * books are in. Rows without an amount book nothing. An account stands in a file once in each currency. Rules: N6, N9.
 */
export function planLedgerBalances(planning: Planning): readonly PlannedUnit[] {
  const firstRows = new Map<string, number>()
  return planning.table.rows.flatMap(row => {
    const read = readBalance(planning, row)
    if (read === null) return []
    if ('rule' in read) return [refusedRow(planning, row, type, read)]
    const unit = { type, rows: [row.row] } as const
    const first = firstRows.get(read.key)
    if (first !== undefined)
      return [{ ...unit, steps: [], refusal: { type: 'row-repeated', row: first, because: 'external-id' } as const }]
    firstRows.set(read.key, row.row)
    return [{ ...unit, steps: [() => read] }]
  })
}

function readBalance(planning: Planning, row: TableRow): CommandOf<'journal.post'> | Fault | null {
  const { spec, log, parse } = planning
  const account = cellOf(planning, row, 'account')
  if (account === '') return { field: 'account', rule: 'missing' }
  if (account === postingAccounts.openingBalances) return { field: 'account', rule: 'not-allowed' }
  const currency = currencyOf(planning, row)
  if (currency === null) return { field: 'currency', rule: 'not-one-of' }
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

/** The institution's own currency where the row names none. */
function currencyOf(planning: Planning, row: TableRow): CurrencyCode | null {
  const text = cellOf(planning, row, 'currency')
  if (text === '') return planning.currency
  const parsed = currencySchema.safeParse(text.toUpperCase())
  return parsed.success ? parsed.data : null
}

const ruleOf = ({ rule }: AmountMalformed): string => (rule === 'too-many-decimals' ? 'not-whole-minor-units' : rule)

interface Side {
  readonly side: 'debit' | 'credit'
  readonly amountMinor: bigint
}

/** The one side that has an amount; null where neither has. */
function readSide(planning: Planning, row: TableRow, currency: CurrencyCode): Side | Fault | null {
  const found: Side[] = []
  for (const side of ['debit', 'credit'] as const) {
    const field: ImportField = side
    const amount = readAmount(cellOf(planning, row, field), currency, planning.spec.formats.decimalMark)
    if (!amount.ok) return { field, rule: ruleOf(amount.refusal) }
    if (amount.value > 0n) found.push({ side, amountMinor: amount.value })
  }
  return found.length > 1 ? { field: 'credit', rule: 'one-side-only' } : (found[0] ?? null)
}
