import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CurrencyCode, isCurrencyCode } from '../../../core/money/currency.ts'
import { Decimal } from '../../../core/money/decimal.ts'
import { convert, type ExchangeRate, exchangeRateSchema } from '../../../core/money/exchange.ts'
import { iso4217 } from '../../../core/money/iso4217.ts'
import { isRate, rateSchema } from '../../../core/money/rate.ts'
import { roundingModes } from '../../../core/money/rounding.ts'

const quoted = (base: CurrencyCode, quote: CurrencyCode, rate: string): ExchangeRate =>
  exchangeRateSchema.parse({ date: '2026-03-12', base, quote, rate })

test.each([
  ['USD', 'KES', '129.25', 10_000n, 'USD', 1_292_500n, 'KES', '0'],
  ['USD', 'KES', '129.25', 1_292_500n, 'KES', 10_000n, 'USD', '0'],
  ['USD', 'UGX', '3700.5', 12_345n, 'USD', 456_827n, 'UGX', '0.275'],
  ['USD', 'UGX', '3700.5', 1_000n, 'UGX', 27n, 'USD', '-0.0234'],
  ['TND', 'KES', '41.5', 1_234n, 'TND', 5_121n, 'KES', '-0.1'],
  ['CLF', 'CLP', '39123.45', 15_000n, 'CLF', 58_685n, 'CLP', '-0.175'],
  ['USD', 'JPY', '150', -333n, 'USD', -500n, 'JPY', '-0.5'],
] as const)(
  '[M9] 1 %s = %s at %s: %s %s are %s %s',
  (base, quote, rate, amountMinor, currency, expected, target, difference) => {
    const converted = convert({ amountMinor, currency }, quoted(base, quote, rate), 'half-up')
    expect(converted).toMatchObject({ ok: true, value: { money: { amountMinor: expected, currency: target } } })
    if (converted.ok) expect(converted.value.difference.toDecimalPlaces(4).toString()).toBe(difference)
  },
)

test('[M9] a rate of two other currencies is refused', () => {
  expect(convert({ amountMinor: 1n, currency: 'EUR' }, quoted('USD', 'KES', '129.25'), 'half-even')).toEqual({
    ok: false,
    refusal: { type: 'rate-of-other-currencies', base: 'USD', quote: 'KES' },
  })
})

test.each([
  { date: '2026-03-12', base: 'USD', quote: 'USD', rate: '1' },
  { date: '2026-03-12', base: 'USD', quote: 'KES', rate: '0.000' },
  { date: '2026-02-30', base: 'USD', quote: 'KES', rate: '129' },
  { date: '2026-03-12', base: 'USD', quote: 'XAU', rate: '129' },
  { date: '2026-03-12', base: 'USD', quote: 'KES', rate: '-129' },
])('[M9] %j is no exchange rate', given => {
  expect(exchangeRateSchema.safeParse(given).success).toBe(false)
})

const currencies = Object.keys(iso4217).filter(isCurrencyCode)
const positiveRates = fc
  .tuple(fc.integer({ min: 0, max: 999_999_999 }), fc.integer({ min: 1, max: 999_999_999 }))
  .map(([whole, fraction]) => `${whole}.${String(fraction).padStart(9, '0')}`)

test('[M9] rounds once, by less than a minor unit, and back again comes within what that unit is worth', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
      fc.constantFrom(...currencies),
      fc.constantFrom(...currencies),
      positiveRates,
      fc.constantFrom(...roundingModes),
      (amountMinor, base, quote, rate, mode) => {
        fc.pre(base !== quote)
        const exchangeRate = quoted(base, quote, rate)
        const there = convert({ amountMinor, currency: base }, exchangeRate, mode)
        if (!there.ok) throw new Error('not converted')
        const most = mode.startsWith('half') ? 0.5 : 1
        expect(there.value.difference.abs().lte(most)).toBe(true)
        const exactBack = convert(there.value.money, exchangeRate, mode)
        if (!exactBack.ok) throw new Error('not converted back')
        const worthOfUnit = convert({ amountMinor: 1n, currency: quote }, exchangeRate, mode)
        if (!worthOfUnit.ok) throw new Error('not converted')
        const distance = exactBack.value.exact.minus(new Decimal(amountMinor)).abs()
        expect(distance.lte(worthOfUnit.value.exact.times(most).plus('1e-40'))).toBe(true)
      },
    ),
    { seed: 11, numRuns: 1000 },
  )
})

test.each(['0', '5', '5.00', '12.5', '0.000026', '999999999.999999999999'])('[M10] %s is a rate', text => {
  expect(rateSchema.safeParse(text)).toMatchObject({ success: true, data: text })
})

test.each([
  '',
  '-1',
  '+1',
  '05',
  '.5',
  '5.',
  '1,5',
  '1e3',
  'NaN',
  'Infinity',
  '1 ',
  '٥',
  '1000000000',
  '0.0000000000001',
])('[M10] "%s" is no rate', text => {
  expect([isRate(text), rateSchema.safeParse(text).success]).toEqual([false, false])
})
