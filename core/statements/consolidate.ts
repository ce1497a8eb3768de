import { assert, present } from '../assert.ts'
import { converted, type DayRate } from '../foreign-exchange/day-rate.ts'
import { postingAccounts } from '../ledger/posting-accounts.ts'
import { absoluteMinor, sumMinor } from '../money/amount.ts'
import type { CurrencyCode } from '../money/currency.ts'
import type { RawByAccount } from './figures.ts'
import type { Span } from './span.ts'

const position: readonly string[] = [postingAccounts.fxPosition, postingAccounts.fxCounterValue]

/** Whether anything of a currency would have to be translated. */
export const isMoved = ({ balances, movements }: Span): boolean =>
  [...balances.values(), ...movements.values()].some(rawMinor => rawMinor !== 0n)

/**
 * The books of all currencies in the institution's own, each account at the middle rate of the closing day. The positions and their
 * counter-values give way to one difference, which is what the last revaluation has not booked yet, with what rounding left.
 * Asserts a rate for each currency that has any, and that rounding left less than a unit an account. Rule: T18.
 */
export function consolidated(
  spans: ReadonlyMap<CurrencyCode, Span>,
  own: CurrencyCode,
  rates: ReadonlyMap<CurrencyCode, DayRate>,
  days: Span['days'],
): Span {
  const inOwn = (amountMinor: bigint, currency: CurrencyCode): bigint => {
    if (currency === own || amountMinor === 0n) return amountMinor
    const rate = present(rates.get(currency) ?? null, 'each currency that is translated has a rate')
    return converted({ amountMinor, currency }, rate, 'mid', 'half-even')
  }
  const together = (of: (span: Span) => RawByAccount): Map<string, bigint> => {
    const sums = new Map<string, bigint>()
    for (const [currency, span] of spans)
      for (const [code, rawMinor] of of(span)) sums.set(code, (sums.get(code) ?? 0n) + inOwn(rawMinor, currency))
    return sums
  }
  const balances = together(span => span.balances)
  const roundingMinor = sumMinor(balances.values())
  const accounts = sumMinor([...spans.values()].map(span => BigInt(span.balances.size)))
  assert(absoluteMinor(roundingMinor) <= accounts, 'each currency balances before it is translated')
  const positionsMinor = sumMinor(position.map(code => balances.get(code) ?? 0n))
  for (const code of position) balances.delete(code)
  return {
    days,
    counted: new Map(),
    movements: together(span => span.movements),
    balances,
    currentResultMinor: sumMinor([...spans].map(([currency, span]) => inOwn(span.currentResultMinor, currency))),
    translationMinor: roundingMinor - positionsMinor,
  }
}
