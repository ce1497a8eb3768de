import type { Entry } from '../journal/record.ts'
import type { CurrencyCode } from '../money/currency.ts'
import type { Refusal } from '../refusal.ts'

/** A sub-account that loses money by the reversal, and how much of it is free to leave. */
export interface Source {
  readonly kind: 'account' | 'drawer'
  readonly freeMinor: bigint
  readonly leavingMinor: bigint
  readonly currency: CurrencyCode
}

/** The drawer that the cash went through, and the one that it goes through now. */
export interface CashWay {
  readonly original: string
  readonly current: string
}

/** Refuses balance-below-minimum or drawer-short for what has left meanwhile; null where all of it is there. */
export function shortfall(sources: readonly Source[]): Refusal | null {
  const short = sources.find(source => source.leavingMinor > source.freeMinor)
  if (!short) return null
  const { kind, freeMinor, currency } = short
  return kind === 'drawer'
    ? { type: 'drawer-short', availableMinor: freeMinor, currency }
    : { type: 'balance-below-minimum', minimumMinor: 0n, availableMinor: freeMinor, currency }
}

export const throughDrawer = (entry: Entry, drawer: CashWay): Entry => ({
  ...entry,
  lines: entry.lines.map(line =>
    line.subAccount === drawer.original ? { ...line, subAccount: drawer.current } : line,
  ),
})
