import { assert } from '../assert.ts'
import type { CurrencyCode } from '../money/currency.ts'
import { type EntryDescription, reversalOf } from './entry-description.ts'
import type { Entry, Line } from './record.ts'

/** The sum of the lines per currency; a balanced entry has zero everywhere. */
export function sumsByCurrency(lines: readonly Line[]): ReadonlyMap<CurrencyCode, bigint> {
  const sums = new Map<CurrencyCode, bigint>()
  for (const line of lines) sums.set(line.currency, (sums.get(line.currency) ?? 0n) + line.amountMinor)
  return sums
}

export const isBalanced = (lines: readonly Line[]): boolean =>
  lines.length >= 2 && [...sumsByCurrency(lines).values()].every(sumMinor => sumMinor === 0n)

/** The only constructor of an entry. Asserts that it balances and that no line is empty; SQLite's triggers check it again. */
export const journalEntry = (description: EntryDescription, lines: readonly Line[]): Entry =>
  withLines({ description }, lines)

/** The same entry, booked to other lines. */
export function withLines({ description }: Pick<Entry, 'description'>, lines: readonly Line[]): Entry {
  for (const line of lines) assert(line.amountMinor !== 0n, 'a line moves an amount')
  assert(isBalanced(lines), 'debits equal credits in every currency')
  return { description, lines: [...lines] }
}

export interface Posting {
  readonly debit: { readonly account: string; readonly subAccount?: string }
  readonly credit: { readonly account: string; readonly subAccount?: string }
  readonly amountMinor: bigint
  readonly currency: CurrencyCode
}

/** The commonest entry: one amount from the credited to the debited account. */
export const transferEntry = (
  description: EntryDescription,
  { debit, credit, amountMinor, currency }: Posting,
): Entry =>
  journalEntry(description, [
    { ...debit, amountMinor, currency },
    { ...credit, amountMinor: -amountMinor, currency },
  ])

/** The entry's mirror: every line with the opposite sign. */
export const mirrorEntry = (entry: Entry): Entry =>
  withLines(
    { description: reversalOf(entry.description).slice(0, 120) },
    entry.lines.map(line => ({ ...line, amountMinor: -line.amountMinor })),
  )
