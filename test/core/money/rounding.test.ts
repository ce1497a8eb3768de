import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Decimal } from '../../../core/money/decimal.ts'
import { cashIncrementsMinor, isCashIncrement, roundCash } from '../../../core/money/round-cash.ts'
import { roundingModes, roundMinor } from '../../../core/money/rounding.ts'

test.each([
  ['half-up', ['-3', '-2', '-1', '0', '0', '1', '2', '3']],
  ['half-even', ['-2', '-2', '-1', '0', '0', '1', '2', '2']],
  ['half-down', ['-2', '-2', '-1', '0', '0', '1', '2', '2']],
  ['up', ['-3', '-2', '-2', '-1', '1', '2', '2', '3']],
  ['down', ['-2', '-1', '-1', '0', '0', '1', '1', '2']],
  ['ceiling', ['-2', '-1', '-1', '0', '1', '2', '2', '3']],
  ['floor', ['-3', '-2', '-2', '-1', '0', '1', '1', '2']],
] as const)('[M6] %s rounds -2.5 -1.6 -1.4 -0.2 0.2 1.4 1.6 2.5', (mode, expected) => {
  const given = ['-2.5', '-1.6', '-1.4', '-0.2', '0.2', '1.4', '1.6', '2.5']
  // 1.4 and 1.6 show the half modes going to the nearer neighbour, 2.5 what each does in the middle.
  const rounded = given.map(text => roundMinor(new Decimal(text), { mode, multipleMinor: 1n }).amountMinor.toString())
  expect(rounded).toEqual(expected)
})

test.each([
  ['half-up', 4n],
  ['half-even', 4n],
  ['half-down', 3n],
] as const)('[M6] %s rounds 3.5, whose even neighbour is above, to %s', (mode, expected) => {
  expect(roundMinor(new Decimal('3.5'), { mode, multipleMinor: 1n }).amountMinor).toBe(expected)
})

test('[M6] rounds to multiples of the minor unit and gives back what it added', () => {
  const { amountMinor, difference } = roundMinor(new Decimal('19166667'), { mode: 'half-even', multipleMinor: 10_000n })
  expect([amountMinor, difference.toString()]).toEqual([19_170_000n, '3333'])
})

test('[M6] keeps every digit of an exact amount until it is rounded', () => {
  const third = new Decimal(1).div(3)
  expect(third.times(3).plus('1e-60').toString()).not.toBe('1')
  expect(
    new Decimal('999999999999999.99999999999999999999').times('999999999.999999999999').times(133_590).precision(),
  ).toBeLessThan(80)
})

const exactAmounts = fc
  .tuple(fc.bigInt({ min: -(10n ** 21n), max: 10n ** 21n }), fc.integer({ min: 0, max: 6 }))
  .map(([digits, decimals]) => new Decimal(digits).div(new Decimal(10).pow(decimals)))

test('[M6] never moves an amount by a whole place, and by no more than half of one in the half modes', () => {
  fc.assert(
    fc.property(
      exactAmounts,
      fc.constantFrom(...roundingModes),
      fc.bigInt({ min: 1n, max: 1_000n }),
      (exact, mode, multipleMinor) => {
        const { amountMinor, difference } = roundMinor(exact, { mode, multipleMinor })
        expect(amountMinor % multipleMinor).toBe(0n)
        expect(difference.plus(exact).eq(amountMinor)).toBe(true)
        const most = mode.startsWith('half') ? new Decimal(multipleMinor).div(2) : new Decimal(multipleMinor)
        expect(difference.abs().lte(most)).toBe(true)
      },
    ),
    { seed: 11, numRuns: 2000 },
  )
})

test.each([
  [1232n, 5n, 1230n, '-2'],
  [1233n, 5n, 1235n, '2'],
  [-1233n, 5n, -1235n, '-2'],
  [10_025n, 50n, 10_050n, '25'],
  [-10_025n, 50n, -10_050n, '-25'],
  [10_024n, 50n, 10_000n, '-24'],
  [1_237n, 25n, 1_225n, '-12'],
  [49n, 100n, 0n, '-49'],
  [7n, 10n, 10n, '3'],
] as const)(
  '[M7] %s in cash of %s is %s, and the difference is booked',
  (amountMinor, incrementMinor, cashMinor, difference) => {
    const rounded = roundCash(new Decimal(amountMinor), incrementMinor)
    expect([rounded.amountMinor, rounded.difference.toString()]).toEqual([cashMinor, difference])
  },
)

test('[M7] paying out is rounded as taking in', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 10n ** 15n }),
      fc.constantFrom(...cashIncrementsMinor),
      (amountMinor, increment) => {
        const taken = roundCash(new Decimal(amountMinor), increment).amountMinor
        expect(roundCash(new Decimal(-amountMinor), increment).amountMinor).toBe(-taken)
      },
    ),
    { seed: 11, numRuns: 500 },
  )
})

test('[M7] there are no pieces of 3 minor units', () => {
  expect([isCashIncrement(3n), isCashIncrement(50n)]).toEqual([false, true])
})
