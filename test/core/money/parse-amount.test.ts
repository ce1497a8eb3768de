import fc from 'fast-check'
import { expect, test } from 'vitest'
import { amountMaxMinor } from '../../../core/money/amount.ts'
import type { CurrencyCode } from '../../../core/money/currency.ts'
import { formatAmount, formatMoney } from '../../../core/money/format-amount.ts'
import { parseAmount } from '../../../core/money/parse-amount.ts'

test.each([
  ['1500', 'KES', 'en-KE', 150_000n],
  ['1,500.00', 'KES', 'en-KE', 150_000n],
  ['1 500,5', 'KES', 'fr-FR', 150_050n],
  ['1.500,50', 'EUR', 'de-DE', 150_050n],
  ['1.5k', 'KES', 'en-KE', 150_000n],
  ['2m', 'UGX', 'en-UG', 2_000_000n],
  ['1.2345k', 'KES', 'en-KE', 123_450n],
  ['0.125', 'TND', 'en', 125n],
  ['٢٥٠', 'KES', 'ar-EG', 25_000n],
] as const)('[M2] "%s" in %s as %s writes it is %s', (text, currency, locale, expected) => {
  expect(parseAmount(text, currency, locale)).toEqual({ ok: true, value: expected })
})

test.each([
  ['1250.505', 'KES', 'too-many-decimals'],
  ['0.5', 'UGX', 'too-many-decimals'],
  ['1.234567k', 'KES', 'too-many-decimals'],
  ['0', 'KES', 'not-positive'],
  ['-5', 'KES', 'not-a-number'],
  ['1e5', 'KES', 'not-a-number'],
  ['12abc', 'KES', 'not-a-number'],
  ['', 'KES', 'not-a-number'],
  ['Infinity', 'KES', 'not-a-number'],
  ['99999999999999.99', 'KES', 'too-large'],
] as const)('[M2] "%s" in %s is refused as %s, never rounded', (text, currency, rule) => {
  expect(parseAmount(text, currency, 'en-KE')).toMatchObject({ ok: false, refusal: { type: 'amount-malformed', rule } })
})

const locales = ['en-KE', 'fr-FR', 'es-ES', 'pt-BR', 'sw-KE', 'ar-EG', 'hi-IN', 'de-DE']
const currencies: readonly CurrencyCode[] = ['KES', 'UGX', 'TND', 'CLF']

test('[M1][M2][M3] what is printed is read back to the same amount, in every locale and number of decimals', () => {
  const amounts = fc.bigInt({ min: 1n, max: amountMaxMinor })
  fc.assert(
    fc.property(
      amounts,
      fc.constantFrom(...currencies),
      fc.constantFrom(...locales),
      (amountMinor, currency, locale) => {
        const printed = formatAmount({ amountMinor, currency }, locale)
        expect(parseAmount(printed, currency, locale)).toEqual({ ok: true, value: amountMinor })
      },
    ),
    { seed: 7, numRuns: 1000 },
  )
})

test('[M2] no text whatever makes it throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), text => {
      const result = parseAmount(text, 'KES', 'en-KE')
      if (result.ok) expect(result.value > 0n && result.value <= amountMaxMinor).toBe(true)
    }),
    { seed: 7, numRuns: 1000 },
  )
})

test('[M3] money is printed with its currency, negative in parentheses', () => {
  expect(formatMoney({ amountMinor: 123_450n, currency: 'KES' }, 'en-KE')).toBe('KES\u00a01,234.50')
  expect(formatMoney({ amountMinor: -2_000n, currency: 'KES' }, 'en-KE')).toBe('KES\u00a0(20.00)')
  expect(formatMoney({ amountMinor: 9_007_199_254_740_993n, currency: 'KES' }, 'en-KE')).toBe(
    'KES\u00a090,071,992,547,409.93',
  )
})
