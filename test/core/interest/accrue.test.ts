import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type BusinessDate, businessDate } from '../../../core/calendar/business-date.ts'
import { additiveDayCounts } from '../../../core/calendar/day-count.ts'
import { type Accrual, accrualSchema, openAccrual } from '../../../core/interest/accrual.ts'
import { accrueThrough } from '../../../core/interest/accrue.ts'
import { type BalanceMovement, balanceChangeOf, depositInterest } from '../../../core/interest/deposit-interest.ts'
import type { InterestTerms } from '../../../core/interest/interest-terms.ts'
import { periodLengths } from '../../../core/interest/period-end.ts'
import { roundingModes } from '../../../core/money/rounding.ts'
import { flatRate, termsWith } from '../../support/interest-terms.ts'

const openedOn = businessDate('2023-11-17')
const maturesOn = addDays(openedOn, 500)

const percents = fc
  .integer({ min: 0, max: 999_999 })
  .map(units => `${Math.floor(units / 10_000)}.${String(units % 10_000).padStart(4, '0')}`)

const creditTables = fc.record({
  type: fc.constantFrom('whole', 'slab'),
  tiers: fc
    .tuple(
      percents,
      fc.uniqueArray(fc.integer({ min: 1, max: 5_000_000 }), { maxLength: 3 }),
      fc.array(percents, { minLength: 3, maxLength: 3 }),
    )
    .map(([base, froms, others]) => [
      { fromMinor: '0', annualPercent: base },
      ...froms
        .toSorted((one, other) => one - other)
        .map((from, place) => ({ fromMinor: String(from), annualPercent: others[place] })),
    ]),
})

const versions = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: -20, max: 300 }), { minLength: 1, maxLength: 3 }),
    fc.array(creditTables, { minLength: 3, maxLength: 3 }),
    percents,
    fc.boolean(),
  )
  .map(([starts, tables, overdraftPercent, hasOverdraft]) =>
    starts
      .toSorted((one, other) => one - other)
      .map((start, place) => ({
        from: addDays(openedOn, start),
        credit: tables[place],
        ...(hasOverdraft && {
          overdraft: { arrangedLimitMinor: '500000', annualPercent: overdraftPercent, excessAnnualPercent: '36' },
        }),
      })),
  )

const anyTerms: fc.Arbitrary<InterestTerms> = fc
  .record({
    rates: versions,
    balanceMethod: fc.constantFrom('daily', 'average-daily', 'minimum'),
    dayCount: fc.constantFrom(...additiveDayCounts),
    compounding: fc.constantFrom(...periodLengths, 'at-posting'),
    posting: fc.constantFrom(...periodLengths, 'at-maturity'),
    periods: fc.constantFrom('calendar', 'from-opening'),
    yearStartMonth: fc.integer({ min: 1, max: 12 }),
    postAt: fc.constantFrom('period-end', 'day-after-period-end'),
    minimumBalanceMinor: fc.constantFrom('0', '100000'),
    rounding: fc.record({ mode: fc.constantFrom(...roundingModes), multipleMinor: fc.constantFrom('1', '5', '100') }),
    withholdingTax: fc.record({ percent: percents, rounding: fc.constant({ mode: 'down', multipleMinor: '1' }) }),
  })
  .map(termsWith)

const anyMovements = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 260 }), fc.bigInt({ min: -2_000_000n, max: 5_000_000n })), {
    maxLength: 15,
  })
  .map(given => given.map(([day, amountMinor]): BalanceMovement => ({ date: addDays(openedOn, day), amountMinor })))

interface Kept {
  readonly accrual: Accrual
  readonly posted: readonly { readonly date: BusinessDate; readonly amountMinor: bigint }[]
  readonly described: readonly string[]
  readonly booked: { readonly interestMinor: bigint; readonly overdraftInterestMinor: bigint }
}

/** One close of business: the closing balance comes from the ledger, the accrual from where it was kept as text. */
function closeOfBusiness(kept: Kept, movements: readonly BalanceMovement[], terms: InterestTerms): Kept {
  const accrual = accrualSchema.parse(JSON.parse(JSON.stringify(kept.accrual)))
  const today = addDays(accrual.through, 1)
  const balanceMinor = [...movements, ...kept.posted].reduce(
    (sum, { date, amountMinor }) => (date <= today ? sum + amountMinor : sum),
    0n,
  )
  const accrued = accrueThrough(accrual, { through: today, balanceMinor }, terms)
  return {
    accrual: accrued.accrual,
    posted: [
      ...kept.posted,
      ...accrued.postings.map(posting => ({
        date: addDays(posting.periodEnd, 1),
        amountMinor: balanceChangeOf(posting),
      })),
    ],
    described: [
      ...kept.described,
      ...accrued.postings.map(({ postingDate, type, exact }) => `${postingDate} ${type} ${exact}`),
    ],
    booked: {
      interestMinor: kept.booked.interestMinor + accrued.booked.interestMinor,
      overdraftInterestMinor: kept.booked.overdraftInterestMinor + accrued.booked.overdraftInterestMinor,
    },
  }
}

test('[I3] interest accrued at each close of business is, to the last digit, what it is accrued at once', () => {
  fc.assert(
    fc.property(anyTerms, anyMovements, fc.integer({ min: 1, max: 300 }), (terms, movements, days) => {
      const account = { openedOn, maturesOn }
      const through = addDays(openedOn, days - 1)
      const atOnce = depositInterest(account, movements, terms, through)
      let kept: Kept = {
        accrual: openAccrual(terms, account),
        posted: [],
        described: [],
        booked: { interestMinor: 0n, overdraftInterestMinor: 0n },
      }
      for (let day = 0; day < days; day += 1) kept = closeOfBusiness(kept, movements, terms)
      expect(kept.accrual).toEqual(atOnce.accrual)
      expect(kept.described).toEqual(
        atOnce.postings.map(({ postingDate, type, exact }) => `${postingDate} ${type} ${exact}`),
      )
    }),
    { seed: 11, numRuns: 60 },
  )
})

test('[I3] what the days of a period book adds up to what the period posts', () => {
  fc.assert(
    fc.property(anyTerms, anyMovements, (terms, movements) => {
      let accrual = openAccrual(terms, { openedOn, maturesOn })
      let booked = { interestMinor: 0n, overdraftInterestMinor: 0n }
      for (let day = 0; day < 200; day += 1) {
        const through = addDays(accrual.through, 1)
        const balanceMinor = movements.reduce(
          (sum, { date, amountMinor }) => (date <= through ? sum + amountMinor : sum),
          0n,
        )
        const isNewPeriod = accrual.periodStart === through
        const accrued = accrueThrough(accrual, { through, balanceMinor }, terms)
        const before = isNewPeriod ? { interestMinor: 0n, overdraftInterestMinor: 0n } : booked
        booked = {
          interestMinor: before.interestMinor + accrued.booked.interestMinor,
          overdraftInterestMinor: before.overdraftInterestMinor + accrued.booked.overdraftInterestMinor,
        }
        accrual = accrued.accrual
        for (const { type, amountMinor } of accrued.postings)
          expect(amountMinor).toBe(type === 'interest' ? booked.interestMinor : booked.overdraftInterestMinor)
      }
    }),
    { seed: 11, numRuns: 40 },
  )
})

const totalOf = (movements: readonly BalanceMovement[], terms: InterestTerms): bigint =>
  depositInterest({ openedOn, maturesOn: null }, movements, terms, addDays(openedOn, 200)).postings.reduce(
    (sum, { type, amountMinor }) => (type === 'interest' ? sum + amountMinor : sum),
    0n,
  )

const deposits = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 190 }), fc.bigInt({ min: 1n, max: 5_000_000n })), {
    minLength: 1,
    maxLength: 8,
  })
  .map(given => given.map(([day, amountMinor]): BalanceMovement => ({ date: addDays(openedOn, day), amountMinor })))
const methods = fc.constantFrom('daily', 'average-daily', 'minimum')

test('[I2] a higher rate never earns less, nor does a higher balance', () => {
  fc.assert(
    fc.property(
      deposits,
      percents,
      percents,
      methods,
      fc.constantFrom(...periodLengths),
      (movements, percent, more, balanceMethod, posting) => {
        const [low = percent, high = percent] = [percent, more].toSorted((one, other) => Number(one) - Number(other))
        const at = (annualPercent: string, type: string) =>
          termsWith({
            rates: [
              {
                from: openedOn,
                credit: {
                  type,
                  tiers: [
                    { fromMinor: '0', annualPercent: low },
                    { fromMinor: '1000000', annualPercent },
                  ],
                },
              },
            ],
            balanceMethod,
            posting,
          })
        for (const type of ['whole', 'slab']) {
          expect(totalOf(movements, at(low, type)) <= totalOf(movements, at(high, type))).toBe(true)
          const fuller = [...movements, { date: openedOn, amountMinor: 12_345n }]
          expect(totalOf(movements, at(high, type)) <= totalOf(fuller, at(high, type))).toBe(true)
        }
      },
    ),
    { seed: 11, numRuns: 60 },
  )
})

test('[I3] an amount that is exactly between two is rounded as such, also when an average was divided for it', () => {
  // 10.00 on one of three days, at 136.875 per cent: an average of 3.333... bears exactly 3.75 minor units in three days, 1.25 of them a day.
  const terms = termsWith({
    rates: [{ from: openedOn, credit: flatRate('91.25') }],
    balanceMethod: 'average-daily',
    posting: 'at-maturity',
  })
  const account = { openedOn, maturesOn: addDays(openedOn, 3) }
  const movements = [
    { date: openedOn, amountMinor: 1_000n },
    { date: addDays(openedOn, 1), amountMinor: -1_000n },
  ]
  const { postings } = depositInterest(account, movements, terms, addDays(openedOn, 2))
  expect(postings).toMatchObject([{ exact: '2.5', amountMinor: 2n }])
})
