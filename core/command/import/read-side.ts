import { readAmount } from '../../import/formats.ts'
import type { ImportField } from '../../import/import-kinds.ts'
import type { TableRow } from '../../import/table.ts'
import { type CurrencyCode, currencySchema } from '../../money/currency.ts'
import type { AmountMalformed } from '../../money/parse-amount.ts'
import { cellOf, type Fault, type Planning } from './planned-unit.ts'

/** The institution's own currency where the row names none. */
export function currencyOf(planning: Planning, row: TableRow): CurrencyCode | null {
  const text = cellOf(planning, row, 'currency')
  if (text === '') return planning.currency
  const parsed = currencySchema.safeParse(text.toUpperCase())
  return parsed.success ? parsed.data : null
}

export const amountRule = ({ rule }: AmountMalformed): string =>
  rule === 'too-many-decimals' ? 'not-whole-minor-units' : rule

export interface Side {
  readonly side: 'debit' | 'credit'
  readonly amountMinor: bigint
}

/** The one side that has an amount; null where neither has. */
export function readSide(planning: Planning, row: TableRow, currency: CurrencyCode): Side | Fault | null {
  const found: Side[] = []
  for (const side of ['debit', 'credit'] as const) {
    const field: ImportField = side
    const amount = readAmount(cellOf(planning, row, field), currency, planning.spec.formats.decimalMark)
    if (!amount.ok) return { field, rule: amountRule(amount.refusal) }
    if (amount.value > 0n) found.push({ side, amountMinor: amount.value })
  }
  return found.length > 1 ? { field: 'credit', rule: 'one-side-only' } : (found[0] ?? null)
}
