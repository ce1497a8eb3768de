import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Candidate, intervalOf, sampleOf } from '../../../core/audit/sample.ts'
import { type SampleMethod, sampleMethods } from '../../../core/audit/sample-method.ts'

const logs = ['a'.repeat(26), 'b'.repeat(26)]
const candidate = (log: number, seq: number, amountMinor: bigint): Candidate => ({
  record: { log: logs[log] ?? '', seq },
  amountMinor,
})
const named = (sample: readonly Candidate[]): readonly string[] =>
  sample.map(({ record: { log, seq } }) => `${log[0]}${seq}`)

const few = [
  candidate(1, 2, 100n),
  candidate(0, 7, 400n),
  candidate(0, 3, 100n),
  candidate(1, 1, 900n),
  candidate(0, 5, 500n),
]

const populations = fc.uniqueArray(
  fc.record({ log: fc.nat(1), seq: fc.integer({ min: 1, max: 400 }), amountMinor: fc.bigInt(1n, 10n ** 12n) }),
  { minLength: 1, maxLength: 60, selector: ({ log, seq }) => `${log}/${seq}` },
)
const seeds = fc.string({ minLength: 8, maxLength: 8, unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567') })
const drawings = fc.record({
  method: fc.constantFrom<SampleMethod>(...sampleMethods),
  size: fc.integer({ min: 1, max: 100 }),
  seed: seeds,
})

describe('[V20] a sample', () => {
  test('is the same however the population is ordered, has nothing twice, and is no larger than asked', () => {
    fc.assert(
      fc.property(populations, drawings, fc.infiniteStream(fc.nat()), (made, drawing, chance) => {
        const population = made.map(({ log, seq, amountMinor }) => candidate(log, seq, amountMinor))
        const shuffled = population
          .map(one => ({ one, place: chance.next().value }))
          .sort((a, b) => a.place - b.place)
          .map(({ one }) => one)
        const sample = sampleOf(population, drawing)
        expect(named(sampleOf(shuffled, drawing))).toEqual(named(sample))
        expect(new Set(named(sample)).size).toBe(sample.length)
        expect(sample.length).toBeGreaterThan(0)
        expect(sample.length).toBeLessThanOrEqual(Math.min(drawing.size, population.length))
        if (drawing.method !== 'monetary-unit') expect(sample.length).toBe(Math.min(drawing.size, population.length))
      }),
      { seed: 20, numRuns: 500 },
    )
  })

  test('at random is what anybody works out with SHA-256 from the seed and the records’ numbers', () => {
    const rank = ({ record: { log, seq } }: Candidate): string =>
      createHash('sha256').update(`QWERTYUI ${log}/${seq}`).digest('hex')
    const expected = few.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1)).slice(0, 2)
    const sample = sampleOf(few, { method: 'random', size: 2, seed: 'QWERTYUI' })
    expect(new Set(named(sample))).toEqual(new Set(named(expected)))
  })

  test('at random leaves out no record for ever', () => {
    const seen = new Set<string>()
    for (let n = 0; n < 200; n++)
      for (const name of named(sampleOf(few, { method: 'random', size: 1, seed: `SEED${n}` }))) seen.add(name)
    expect(seen.size).toBe(few.length)
  })

  test.each([
    [1, ['b1']],
    [2, ['a5', 'b1']],
    [4, ['a3', 'a5', 'a7', 'b1']],
    [9, ['a3', 'a5', 'a7', 'b1', 'b2']],
  ])('of the %i largest has them, of equal ones the earlier', (size, expected) => {
    expect(named(sampleOf(few, { method: 'largest', size, seed: '' }))).toEqual(expected)
  })

  test('by amount meets one unit in each interval, counted by hand', () => {
    // Laid end to end: a3 1-100, a5 101-600, a7 601-1000, b1 1001-1900, b2 1901-2000.
    const met = (start: bigint, interval: bigint): string[] => {
      const ends = [100n, 600n, 1000n, 1900n, 2000n]
      const names = ['a3', 'a5', 'a7', 'b1', 'b2']
      const found = new Set<string>()
      for (let unit = start; unit <= 2000n; unit += interval) found.add(names[ends.findIndex(end => unit <= end)] ?? '')
      return [...found]
    }
    for (const size of [1, 2, 3, 4, 7, 100])
      for (const seed of ['AAAAAAAA', 'BBBBBBBB', 'CCCCCCCC', 'DDDDDDDD']) {
        const interval = intervalOf(few, size)
        const start = 1n + (BigInt(`0x${createHash('sha256').update(seed).digest('hex')}`) % interval)
        expect(named(sampleOf(few, { method: 'monetary-unit', size, seed }))).toEqual(met(start, interval))
      }
  })

  test('by amount always has what is as large as the interval', () => {
    fc.assert(
      fc.property(populations, drawings, (made, { size, seed }) => {
        const population = made.map(({ log, seq, amountMinor }) => candidate(log, seq, amountMinor))
        const sample = new Set(named(sampleOf(population, { method: 'monetary-unit', size, seed })))
        const interval = intervalOf(population, size)
        for (const large of population.filter(({ amountMinor }) => amountMinor >= interval))
          expect(sample.has(named([large])[0] ?? '')).toBe(true)
      }),
      { seed: 21, numRuns: 300 },
    )
  })
})
