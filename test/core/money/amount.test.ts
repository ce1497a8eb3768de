import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { isCurrencyCode, minorUnitOf } from '../../../core/money/currency.ts'
import { decimalText } from '../../../core/money/decimal-text.ts'

interface Listed {
  readonly code: string
  readonly minorUnit: number | null
}
const vectors = path.join(import.meta.dirname, '..', '..', 'vectors', 'iso4217.json')

test('[M1] every currency of ISO 4217 has its number of decimals', () => {
  const { currencies } = JSON.parse(fs.readFileSync(vectors, 'utf8')) as { currencies: Listed[] }
  expect(currencies.length).toBeGreaterThan(150)
  for (const { code, minorUnit } of currencies) {
    expect(isCurrencyCode(code)).toBe(minorUnit !== null)
    if (isCurrencyCode(code)) expect([code, minorUnitOf(code)]).toEqual([code, minorUnit])
  }
})

test.each([
  [123_450n, 'KES', '1234.50'],
  [-5n, 'KES', '-0.05'],
  [0n, 'KES', '0.00'],
  [1500n, 'UGX', '1500'],
  [-1n, 'TND', '-0.001'],
  [12_345n, 'CLF', '1.2345'],
] as const)('[M1] %s minor units of %s are written %s', (amountMinor, currency, text) => {
  expect(decimalText({ amountMinor, currency })).toBe(text)
})
