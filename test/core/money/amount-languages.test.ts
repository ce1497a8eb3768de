import fc from 'fast-check'
import { expect, test } from 'vitest'
import { amountMaxMinor } from '../../../core/money/amount.ts'
import { isCurrencyCode } from '../../../core/money/currency.ts'
import { formatAmount } from '../../../core/money/format-amount.ts'
import { iso4217 } from '../../../core/money/iso4217.ts'
import { parseAmount } from '../../../core/money/parse-amount.ts'
import { isLanguage, languages, localeOf } from '../../../renderer/lib/languages.ts'

const currencies = Object.keys(iso4217).filter(isCurrencyCode)
const countries = [undefined, 'KE', 'TZ', 'SN', 'CD', 'MZ', 'BR', 'PT', 'ES', 'MX', 'EG', 'MA', 'IN', 'CH']
const locales = Object.keys(languages)
  .filter(isLanguage)
  .flatMap(language => countries.map(country => localeOf(language, country)))
const systems = ['', '-u-nu-latn', '-u-nu-arab', '-u-nu-arabext', '-u-nu-deva']

test('[M1][M2][M3] every currency, printed in every language, country and kind of digits, is read back to the same amount', () => {
  const amounts = fc.bigInt({ min: 1n, max: amountMaxMinor })
  for (const currency of currencies)
    fc.assert(
      fc.property(amounts, fc.constantFrom(...locales), fc.constantFrom(...systems), (amountMinor, locale, system) => {
        const printed = formatAmount({ amountMinor, currency }, locale + system)
        expect([printed, parseAmount(printed, currency, locale)]).toEqual([printed, { ok: true, value: amountMinor }])
      }),
      { seed: 11, numRuns: 25 },
    )
})

test.each([
  ['٢٥٠٫٥', 'ar-KE', 25_050n],
  ['٢٥٠٫٥', 'ar-EG', 25_050n],
  ['٢٬٥٠٠٫٥', 'ar-MA', 250_050n],
  ['250.5', 'ar-EG', 25_050n],
  ['1,234.50', 'ar-EG', 123_450n],
  ['1.234,50', 'ar-MA', 123_450n],
  ['\u200f١٬٢٣٤٫٥٠\u200e', 'ar-EG', 123_450n],
  ['١٫٥k', 'ar-EG', 150_000n],
  ['۱۲۳', 'ar-KE', 12_300n],
  ['१२,३४,५६७.५०', 'hi-KE', 123_456_750n],
  ['12,34,567.50', 'hi-IN', 123_456_750n],
  ['१५००', 'en-KE', 150_000n],
  ['1.500,5', 'pt-BR', 150_050n],
  ['1 500,5', 'pt-MZ', 150_050n],
  ['1,500.5', 'sw-KE', 150_050n],
  ['1.500,5', 'sw-CD', 150_050n],
  ["1'500,5", 'fr-CH', 150_050n],
] as const)('[M2] "%s" typed in %s is %s', (text, locale, expected) => {
  expect(parseAmount(text, 'KES', locale)).toEqual({ ok: true, value: expected })
})

test.each([
  ['1٢٣', 'ar-EG'],
  ['१2', 'hi-IN'],
  ['1.234,50', 'ar-EG'],
  ['٫٫٥', 'ar-EG'],
])('[M2] "%s" in %s mixes digits or marks of two kinds and is refused', (text, locale) => {
  expect(parseAmount(text, 'KES', locale)).toMatchObject({ ok: false, refusal: { rule: 'not-a-number' } })
})
