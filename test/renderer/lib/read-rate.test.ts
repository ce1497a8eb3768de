import { expect, test } from 'vitest'
import { formatRate, ratesText } from '../../../core/money/format-rate.ts'
import { rate } from '../../../core/money/rate.ts'
import { readRate } from '../../../renderer/lib/read-rate.ts'

test.each([
  ['129.5', 'en-KE', '129.5'],
  ['129,5', 'fr-FR', '129.5'],
  [' 0.85 ', 'sw-KE', '0.85'],
  ['655,957', 'pt-AO', '655.957'],
  ['٤٨٫٩', 'ar-EG', '48.9'],
  // Where a point is a mark of thousands, nobody can tell what was meant.
  ['1.285', 'es-ES', undefined],
  ['1,285', 'en-KE', undefined],
  ['0', 'en-KE', undefined],
  ['-3', 'en-KE', undefined],
  ['', 'en-KE', undefined],
])('[W44] the rate %j in %s is read as %s', (text, locale, expected) => {
  expect(readRate(text, locale)).toBe(expected)
})

test('[W44] a rate is shown with all its decimals, in the marks in which it is read', () => {
  for (const locale of ['en-KE', 'fr-FR', 'es-ES', 'ar-EG', 'hi-IN'])
    expect(readRate(formatRate(rate('0.006173512345'), locale), locale)).toBe('0.006173512345')
})

test('[T18] each rate that a statement names stays in one piece, whatever the direction of the words around it', () => {
  const rates = [
    { currency: 'USD', quote: 'KES', mid: rate('129.5') },
    { currency: 'UGX', quote: 'KES', mid: rate('0.0356') },
  ]
  expect(ratesText(rates, 'en-KE')).toBe(
    '\u20661\u00a0USD = KES\u00a0129.50\u2069, \u20661\u00a0UGX = KES\u00a00.0356\u2069',
  )
  expect(ratesText(rates, 'ar-EG').match(/\u2066[^\u2066\u2069]+\u2069/g)).toHaveLength(2)
})
