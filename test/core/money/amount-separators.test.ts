import { expect, test } from 'vitest'
import { parseAmount } from '../../../core/money/parse-amount.ts'

test.each([
  ['1,5', 'en-KE'],
  ['12,34', 'en-KE'],
  ['1.500,00', 'en-KE'],
  ['1.5', 'es-ES'],
  ['1,500,', 'en-KE'],
  ['1,,500', 'en-KE'],
])('[M2] %s in %s has a separator where the locale puts none: refused, not read as another amount', (text, locale) => {
  expect(parseAmount(text, 'KES', locale)).toMatchObject({ ok: false, refusal: { rule: 'not-a-number' } })
})

test.each([
  ['1.500', 'en-KE'],
  ['1,500', 'fr-FR'],
])(
  '[M2] %s in %s has more decimals than the currency, though they are zeros: refused, it may mean thousands',
  (text, locale) => {
    expect(parseAmount(text, 'KES', locale)).toMatchObject({ ok: false, refusal: { rule: 'too-many-decimals' } })
  },
)
