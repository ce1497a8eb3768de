import { z } from 'zod'
import { businessDateSchema } from '../calendar/business-date.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { Money } from './amount.ts'
import { type CurrencyCode, currencySchema, minorUnitOf } from './currency.ts'
import { Decimal, powerOfTen } from './decimal.ts'
import { decimalOf, rateSchema } from './rate.ts'
import { type RoundingMode, roundMinor } from './rounding.ts'

/** On `date` one whole unit of `base` costs `rate` whole units of `quote`. Reference data: head office sets it. */
export const exchangeRateSchema = z
  .strictObject({ date: businessDateSchema, base: currencySchema, quote: currencySchema, rate: rateSchema })
  .refine(({ base, quote }) => base !== quote, { message: 'same-currency' })
  .refine(({ rate }) => !decimalOf(rate).isZero(), { message: 'not-positive' })
export type ExchangeRate = z.infer<typeof exchangeRateSchema>

/** `exact` and `difference` are in minor units of the currency converted to. */
export interface Converted {
  readonly money: Money
  readonly exact: Decimal
  readonly difference: Decimal
}

export type RateOfOtherCurrencies = {
  readonly type: 'rate-of-other-currencies'
  readonly base: CurrencyCode
  readonly quote: CurrencyCode
}

/**
 * An amount at a dated rate: times it from base to quote, divided by it from quote to base, moved by the decimals of the two currencies,
 * and rounded once. Refuses rate-of-other-currencies. Rule: M9.
 */
export function convert(
  { amountMinor, currency }: Money,
  { base, quote, rate }: ExchangeRate,
  mode: RoundingMode,
): Result<Converted, RateOfOtherCurrencies> {
  if (currency !== base && currency !== quote) return refuse({ type: 'rate-of-other-currencies', base, quote })
  const target = currency === base ? quote : base
  const shifted = new Decimal(amountMinor).times(powerOfTen(minorUnitOf(target) - minorUnitOf(currency)))
  const exactTarget = currency === base ? shifted.times(decimalOf(rate)) : shifted.div(decimalOf(rate))
  const rounded = roundMinor(exactTarget, { mode, multipleMinor: 1n })
  return ok({
    money: { amountMinor: rounded.amountMinor, currency: target },
    exact: rounded.exact,
    difference: rounded.difference,
  })
}
