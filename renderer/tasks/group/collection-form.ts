import type { Money } from '../../../core/money/amount.ts'
import { decimalText } from '../../../core/money/decimal-text.ts'
import { formatAmount } from '../../../core/money/format-amount.ts'
import { sumsByCurrency } from '../../../core/money/sums-by-currency.ts'
import type { CollectionRow } from '../../../core/query/group-answers.ts'
import { readAmountOrZero } from '../../lib/read-amount.ts'

/** As typed: what each account or loan gets, by its number, and the name under which the list is recorded. */
export interface CollectionForm {
  readonly amounts: Readonly<Record<string, string>>
  readonly name: string
}

export const nothingTyped: CollectionForm = { amounts: {}, name: '' }

/** What stands in the field of a row: what was typed, or else what is due. */
export const amountText = (row: CollectionRow, { amounts }: CollectionForm, locale: string): string =>
  amounts[row.accountNumber] ??
  (row.dueMinor > 0n ? formatAmount({ amountMinor: row.dueMinor, currency: row.currency }, locale) : '')

interface PaidRow extends Money {
  readonly accountNumber: string
}

export interface ReadCollection {
  readonly paid: readonly PaidRow[]
  /** The numbers of the rows whose text is no amount. */
  readonly unread: readonly string[]
  readonly totals: readonly Money[]
}

/** The rows that somebody brings money for, and what it comes to. */
export function readCollection(rows: readonly CollectionRow[], form: CollectionForm, locale: string): ReadCollection {
  const paid: PaidRow[] = []
  const unread: string[] = []
  for (const row of rows) {
    const text = amountText(row, form, locale).trim()
    const amountMinor = text === '' ? 0n : readAmountOrZero(text, row.currency, locale)
    if (amountMinor === undefined) unread.push(row.accountNumber)
    else if (amountMinor > 0n) paid.push({ accountNumber: row.accountNumber, amountMinor, currency: row.currency })
  }
  return { paid, unread, totals: sumsByCurrency(paid) }
}

/** The list as a collection takes it: a number and an amount in each row. */
export const listOf = (paid: readonly PaidRow[]): string =>
  ['account\tamount', ...paid.map(row => `${row.accountNumber}\t${decimalText(row)}`)].join('\n')
