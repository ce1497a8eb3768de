import type { Money } from './amount.ts'

/** What amounts come to, each currency by itself; a currency that comes to nothing is left out. */
export function sumsByCurrency(amounts: readonly Money[]): readonly Money[] {
  const sums = new Map<Money['currency'], bigint>()
  for (const { amountMinor, currency } of amounts) sums.set(currency, (sums.get(currency) ?? 0n) + amountMinor)
  return [...sums]
    .filter(([, amountMinor]) => amountMinor > 0n)
    .map(([currency, amountMinor]) => ({ amountMinor, currency }))
}
