import type { Money } from '../money/amount.ts'
import { cashIncrementOf, payableMinor } from '../money/cash-increments.ts'
import type { CurrencyCode } from '../money/currency.ts'
import { converted, type DayRate } from './day-rate.ts'

/** Of each of the two currencies that is not the institution's own. */
export type CounterRates = ReadonlyMap<CurrencyCode, DayRate>

/** What is paid for an amount: bought at the buying rate, sold at the selling rate, a part of a minor unit never. Rule: F3. */
export function payoutMinor(rates: CounterRates, { currency, amountMinor }: Money, into: CurrencyCode): bigint {
  const bought = rates.get(currency)
  const sold = rates.get(into)
  const ownMinor = bought ? converted({ amountMinor, currency }, bought, 'buy', 'down') : amountMinor
  return sold ? converted({ amountMinor: ownMinor, currency: sold.quote }, sold, 'sell', 'down') : ownMinor
}

/** What the client gets for an amount: what it pays, rounded to what there are pieces for. Rule: F11. */
export const paidInCash = (rates: CounterRates, given: Money, into: CurrencyCode): bigint =>
  payableMinor(payoutMinor(rates, given, into), into)

/** The least that must be handed in so that an amount is paid: the payout of a unit less is less; of a currency without small coins, the next sum that there are pieces for. Rule: F6. */
export function handInMinor(rates: CounterRates, { currency, amountMinor }: Money, from: CurrencyCode): bigint {
  const sold = rates.get(currency)
  const bought = rates.get(from)
  const ownMinor = sold ? converted({ amountMinor, currency }, sold, 'sell', 'up') : amountMinor
  const leastMinor = bought
    ? converted({ amountMinor: ownMinor, currency: bought.quote }, bought, 'buy', 'up')
    : ownMinor
  const beyondMinor = leastMinor % cashIncrementOf(from)
  return beyondMinor === 0n ? leastMinor : leastMinor - beyondMinor + cashIncrementOf(from)
}
