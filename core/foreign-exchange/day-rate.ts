import { present } from '../assert.ts'
import type { LimitName } from '../authority/roles.ts'
import type { BusinessDate } from '../calendar/business-date.ts'
import type { AlwaysTwo, LimitedAmount } from '../decision/second-person.ts'
import type { Money } from '../money/amount.ts'
import type { CurrencyCode } from '../money/currency.ts'
import { convert } from '../money/exchange.ts'
import type { Rate } from '../money/rate.ts'
import type { RoundingMode } from '../money/rounding.ts'

/** What one whole unit of a currency is bought and sold for at the counter, and what it is worth in the books, from a day on. */
export interface DayRate {
  readonly currency: CurrencyCode
  /** The institution's own. */
  readonly quote: CurrencyCode
  readonly from: BusinessDate
  readonly version: number
  readonly buy: Rate
  readonly mid: Rate
  readonly sell: Rate
}

/** From one currency of the rate to the other, rounded once to a whole minor unit. */
export function converted(money: Money, rate: DayRate, kind: 'buy' | 'mid' | 'sell', mode: RoundingMode): bigint {
  const { currency: base, quote, from: date } = rate
  const result = convert(money, { date, base, quote, rate: rate[kind] }, mode)
  return present(result.ok ? result.value : null, 'a day rate is of the currencies that are converted').money
    .amountMinor
}

/** An amount against a limit of a person, which is in the institution's currency; without a rate two people decide. */
export function limitedIn(
  limit: LimitName,
  { amountMinor, currency }: Money,
  own: CurrencyCode,
  rate: DayRate | null,
): LimitedAmount | AlwaysTwo | null {
  if (amountMinor === 0n) return null
  if (currency === own) return { limit, amountMinor }
  if (!rate) return { alwaysTwo: true, amountMinor, currency }
  return { limit, amountMinor: converted({ amountMinor, currency }, rate, 'mid', 'up') }
}
