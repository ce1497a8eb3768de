import { type CounterRates, handInMinor, paidInCash } from '../../../core/foreign-exchange/counter-amounts.ts'
import type { DayRate } from '../../../core/foreign-exchange/day-rate.ts'
import type { CurrencyCode } from '../../../core/money/currency.ts'

export interface ExchangeForm {
  readonly gives: string
  readonly takes: string
  /** Which of the two amounts was typed; the other one follows from it. */
  readonly typed: 'in' | 'out'
  readonly amount: string
}

/** The client hands in foreign money until somebody says otherwise. */
export const emptyExchange: ExchangeForm = { gives: '', takes: '', typed: 'in', amount: '' }

export interface Sides {
  readonly gives: CurrencyCode
  readonly takes: CurrencyCode
}

/** The two currencies that the form means: never the same one twice. */
export function sidesOf(
  { gives, takes }: ExchangeForm,
  currencies: readonly CurrencyCode[],
  own: CurrencyCode,
): Sides | undefined {
  const given = currencies.find(code => code === gives) ?? currencies.find(code => code !== own)
  const taken = currencies.find(code => code === takes && code !== given) ?? currencies.find(code => code !== given)
  return given && taken ? { gives: given, takes: taken } : undefined
}

export const ratesByCurrency = (rates: readonly DayRate[]): CounterRates =>
  new Map(rates.map(rate => [rate.currency, rate]))

/** What is handed in and what is paid for it, whichever of the two was typed; nothing where nothing would be paid. */
export function exchanged(
  rates: CounterRates,
  { gives, takes }: Sides,
  typed: ExchangeForm['typed'],
  amountMinor: bigint,
): { readonly inMinor: bigint; readonly outMinor: bigint } | undefined {
  const inMinor = typed === 'in' ? amountMinor : handInMinor(rates, { currency: takes, amountMinor }, gives)
  const outMinor = paidInCash(rates, { currency: gives, amountMinor: inMinor }, takes)
  return outMinor > 0n ? { inMinor, outMinor } : undefined
}
