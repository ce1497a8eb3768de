import type { CurrencyCode } from '../money/currency.ts'
import type { JournalLine } from './journal-commands.ts'

export interface LineTotals {
  readonly currency: CurrencyCode
  readonly debitMinor: bigint
  readonly creditMinor: bigint
  /** Debits less credits; zero when the journal balances in this currency. */
  readonly differenceMinor: bigint
}

/** What the lines of a journal that is still being written come to, in each currency, in the order in which those appear. Rule: G5. */
export function lineTotals(lines: readonly Omit<JournalLine, 'account'>[]): readonly LineTotals[] {
  const totals = new Map<CurrencyCode, LineTotals>()
  for (const { currency, side, amountMinor } of lines) {
    const so = totals.get(currency) ?? { currency, debitMinor: 0n, creditMinor: 0n, differenceMinor: 0n }
    const debitMinor = so.debitMinor + (side === 'debit' ? amountMinor : 0n)
    const creditMinor = so.creditMinor + (side === 'credit' ? amountMinor : 0n)
    totals.set(currency, { currency, debitMinor, creditMinor, differenceMinor: debitMinor - creditMinor })
  }
  return [...totals.values()]
}
