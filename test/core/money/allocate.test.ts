import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allocate } from '../../../core/money/allocate.ts'
import { absoluteMinor, sumMinor } from '../../../core/money/amount.ts'

test.each([
  [100n, [1n, 1n, 1n], [34n, 33n, 33n]],
  [101n, [1n, 1n, 1n], [34n, 34n, 33n]],
  [-100n, [1n, 1n, 1n], [-34n, -33n, -33n]],
  [5n, [3n, 7n], [2n, 3n]],
  [100n, [50n, 0n, 50n], [50n, 0n, 50n]],
  [1n, [1n, 2n, 2n], [0n, 1n, 0n]],
  [2n, [1n, 1n, 1n, 1n], [1n, 1n, 0n, 0n]],
  [0n, [2n, 3n], [0n, 0n]],
  [7n, [1n], [7n]],
])(
  '[M8] %s by %s is %s: the largest remainders get the units that are left, of equal ones the earlier',
  (amountMinor, weights, parts) => {
    expect(allocate(amountMinor, weights)).toEqual({ ok: true, value: parts })
  },
)

test.each([[[]], [[0n]], [[0n, 0n]], [[3n, -1n]], [[-1n, -1n]]])('[M8] weights %s are refused', weights => {
  expect(allocate(100n, weights)).toEqual({ ok: false, refusal: { type: 'weights-not-positive' } })
})

test('[M8] parts sum to the amount, each within one unit of its exact share, and nothing falls to a weight of zero', () => {
  const weightLists = fc
    .array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 40 })
    .filter(weights => sumMinor(weights) > 0n)
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), weightLists, (amountMinor, weights) => {
      const split = allocate(amountMinor, weights)
      expect(split.ok).toBe(true)
      if (!split.ok) return
      expect(sumMinor(split.value)).toBe(amountMinor)
      const total = sumMinor(weights)
      split.value.forEach((part, place) => {
        const weight = weights[place] ?? 0n
        expect(absoluteMinor(part * total - amountMinor * weight) < total).toBe(true)
        if (weight === 0n) expect(part).toBe(0n)
      })
    }),
    { seed: 11, numRuns: 2000 },
  )
})

test('[M8] a larger weight never gets less', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 10n ** 15n }),
      fc.array(fc.bigInt({ min: 1n, max: 1_000n }), { minLength: 2, maxLength: 12 }),
      (amountMinor, weights) => {
        const split = allocate(
          amountMinor,
          weights.toSorted((one, other) => (one < other ? 1 : one > other ? -1 : 0)),
        )
        const parts = split.ok ? split.value : []
        expect(parts.every((part, place) => place === 0 || part <= (parts[place - 1] ?? 0n))).toBe(true)
      },
    ),
    { seed: 11, numRuns: 500 },
  )
})
