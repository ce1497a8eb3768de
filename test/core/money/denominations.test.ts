import { expect, test } from 'vitest'
import { cashIncrementOf } from '../../../core/money/cash-increments.ts'
import { type CurrencyCode, minorUnitOf } from '../../../core/money/currency.ts'
import { denominationsOf } from '../../../core/money/denominations.ts'

const currencies: readonly CurrencyCode[] = [
  'KES',
  'UGX',
  'TZS',
  'USD',
  'EUR',
  'INR',
  'XOF',
  'ETB',
  'CHF',
  'SEK',
  'KWD',
  'JPY',
]

test.each(currencies)('[C19] every amount of %s that cash may come to can be counted', currency => {
  const faces = denominationsOf(currency, minorUnitOf(currency))
  const smallest = faces.at(-1) ?? 0n
  expect(cashIncrementOf(currency) % smallest).toBe(0n)
  expect(faces).toEqual([...new Set(faces)].sort((one, other) => (one > other ? -1 : 1)))
})

test('[C19] the half shilling of Kenya is a face of its own', () => {
  expect(denominationsOf('KES', 2)).toContain(50n)
})
