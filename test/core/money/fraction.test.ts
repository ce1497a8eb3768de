import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Decimal } from '../../../core/money/decimal.ts'
import { fraction, fractionOf, productOf, roundFraction, sumOf } from '../../../core/money/fraction.ts'
import { rate } from '../../../core/money/rate.ts'
import { roundingModes, roundMinor } from '../../../core/money/rounding.ts'

/** Divides by powers of two and five only, so that a Decimal holds the quotient to its last digit. */
const anyFinite = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.nat(6), fc.nat(6))
  .map(([numerator, twos, fives]) => fraction(numerator, 2n ** BigInt(twos) * 5n ** BigInt(fives)))

const asDecimal = ({ numerator, denominator }: ReturnType<typeof fraction>) =>
  new Decimal(numerator).div(new Decimal(denominator))

test('[M6] a fraction is rounded as a decimal of the same amount is, by every mode and to any multiple', () => {
  const multiples = fc.constantFrom(1n, 2n, 5n, 100n, 10_000n)
  fc.assert(
    fc.property(anyFinite, fc.constantFrom(...roundingModes), multiples, (exact, mode, multipleMinor) => {
      const rounding = { mode, multipleMinor }
      expect(roundFraction(exact, rounding)).toBe(roundMinor(asDecimal(exact), rounding).amountMinor)
    }),
    { numRuns: 1_000, seed: 4 },
  )
})

test('[M6] sums and products of fractions lose nothing', () => {
  fc.assert(
    fc.property(anyFinite, anyFinite, (one, other) => {
      expect(asDecimal(sumOf(one, other)).eq(asDecimal(one).plus(asDecimal(other)))).toBe(true)
      expect(asDecimal(productOf(one, other)).eq(asDecimal(one).times(asDecimal(other)))).toBe(true)
    }),
    { numRuns: 200, seed: 4 },
  )
})

test.each(['0', '7', '6.75', '0.000000000001', '999999999.999999999999'])('[M6] the rate %s as a fraction', text => {
  expect(asDecimal(fractionOf(rate(text))).toString()).toBe(text)
})
