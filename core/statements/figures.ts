import { absoluteMinor } from '../money/amount.ts'
import { type FigureName, type Figures, figureNames } from './statement-sheet.ts'

/** Raw balances (debits minus credits) of one currency by account. */
export type RawByAccount = ReadonlyMap<string, bigint>

/** Figures column by column; a column that none of them has stays away. */
export function addFigures(all: Iterable<Figures>): Figures {
  const sums: Partial<Record<FigureName, bigint>> = {}
  for (const figures of all)
    for (const name of figureNames) {
      const figure = figures[name]
      if (figure !== undefined) sums[name] = (sums[name] ?? 0n) + figure
    }
  return sums
}

/** An amount, held against an earlier one where there is one. */
export const compared = (amountMinor: bigint, earlierMinor: bigint | undefined): Figures =>
  earlierMinor === undefined
    ? { amount: amountMinor }
    : { amount: amountMinor, earlier: earlierMinor, difference: amountMinor - earlierMinor }

/** Each account's amount beside its earlier one; an account that has only one of the two has nothing in the other. */
export function comparedByAccount(
  amounts: RawByAccount,
  earlier: RawByAccount | undefined,
): ReadonlyMap<string, Figures> {
  const codes = new Set([...amounts.keys(), ...(earlier?.keys() ?? [])])
  return new Map(
    [...codes].map(code => [code, compared(amounts.get(code) ?? 0n, earlier && (earlier.get(code) ?? 0n))]),
  )
}

/**
 * How much more or less than before, in percent to one decimal, the half away from zero. Undefined where there was nothing before. On a
 * trial balance, where credits are negative, what grows is what stands on its own side: savings that become more are more. Rule: T10.
 */
export function percentOf({ difference, earlier, debit }: Figures): string | undefined {
  if (difference === undefined || earlier === undefined || earlier === 0n) return undefined
  const hasSides = debit !== undefined
  const isLess = hasSides && earlier < 0n ? difference > 0n : difference < 0n
  const tenths = (absoluteMinor(difference) * 2000n + absoluteMinor(earlier)) / (absoluteMinor(earlier) * 2n)
  const text = `${tenths / 10n}.${tenths % 10n}`
  return isLess && tenths !== 0n ? `-${text}` : text
}
