import { expect, test } from 'vitest'
import { flatRate, interestOn, movement, postingsIn, termsWith } from '../../support/interest-terms.ts'

/** 36,500.00 bears 10.00 a day at ten per cent. */
const opening = movement('2023-01-01', 3_650_000n)

test('[I2] every calendar day counts with the balance it closed with', () => {
  const account = interestOn([opening, movement('2023-01-11', -1_825_000n)], termsWith(), '2023-01-31')
  expect(postingsIn(account)).toEqual([`2023-02-01 interest ${10 * 1000 + 21 * 500}`])
})

test.each([
  ['daily', 10 * 1000 + 2 * 500 + 19 * 1000],
  ['average-daily', 10 * 1000 + 2 * 500 + 19 * 1000],
  ['minimum', 31 * 500],
])('[I2] on the %s balance a dip of two days gives %i', (balanceMethod, expected) => {
  const dip = [opening, movement('2023-01-11', -1_825_000n), movement('2023-01-13', 1_825_000n)]
  expect(postingsIn(interestOn(dip, termsWith({ balanceMethod }), '2023-01-31'))).toEqual([
    `2023-02-01 interest ${expected}`,
  ])
})

test.each([
  ['daily', '1825001', [`2023-02-01 interest ${10 * 1000}`]],
  ['daily', '1825000', [`2023-02-01 interest ${10 * 1000 + 21 * 500}`]],
  ['average-daily', '2413709', [`2023-02-01 interest ${10 * 1000 + 21 * 500}`]],
  ['average-daily', '2413710', []],
  ['minimum', '1825000', [`2023-02-01 interest ${31 * 500}`]],
  ['minimum', '1825001', []],
])(
  '[I2] with the %s balance and a minimum of %s the postings are %j',
  (balanceMethod, minimumBalanceMinor, expected) => {
    const halved = [opening, movement('2023-01-11', -1_825_000n)]
    expect(postingsIn(interestOn(halved, termsWith({ balanceMethod, minimumBalanceMinor }), '2023-01-31'))).toEqual(
      expected,
    )
  },
)

const tiers = [
  { fromMinor: '0', annualPercent: '2' },
  { fromMinor: '100000', annualPercent: '5' },
]

test.each([
  ['slab', 'daily', 150_000n, 4_500],
  ['whole', 'daily', 150_000n, 7_500],
  ['slab', 'average-daily', 150_000n, 4_500],
  ['whole', 'average-daily', 150_000n, 7_500],
  ['slab', 'minimum', 100_000n, 2_000],
  ['whole', 'minimum', 100_000n, 5_000],
  ['whole', 'daily', 99_999n, 2_000],
])('[I4] %s tiers on the %s balance of %s give %i a year', (type, balanceMethod, amountMinor, expected) => {
  const terms = termsWith({
    rates: [{ from: '2000-01-01', credit: { type, tiers } }],
    balanceMethod,
    posting: 'yearly',
  })
  expect(postingsIn(interestOn([movement('2023-01-01', amountMinor)], terms, '2023-12-31'))).toEqual([
    `2024-01-01 interest ${expected}`,
  ])
})

test.each(['daily', 'average-daily', 'minimum'])(
  '[I4] a new rate holds from its day in the middle of a period, on the %s balance',
  balanceMethod => {
    const rates = [
      { from: '2000-01-01', credit: flatRate('10') },
      { from: '2023-01-16', credit: flatRate('5') },
    ]
    expect(postingsIn(interestOn([opening], termsWith({ rates, balanceMethod }), '2023-01-31'))).toEqual([
      `2023-02-01 interest ${15 * 1000 + 16 * 500}`,
    ])
  },
)

test('[I4] days before the first rate earn nothing', () => {
  const rates = [{ from: '2023-01-22', credit: flatRate('10') }]
  for (const balanceMethod of ['daily', 'average-daily', 'minimum'])
    expect(postingsIn(interestOn([opening], termsWith({ rates, balanceMethod }), '2023-01-31'))).toEqual([
      '2023-02-01 interest 10000',
    ])
})

test('[I5] monthly compounding with yearly posting is twelve months of interest on interest', () => {
  const terms = termsWith({
    rates: [{ from: '2000-01-01', credit: flatRate('12') }],
    dayCount: '30E/360',
    compounding: 'monthly',
    posting: 'yearly',
  })
  // 1,000,000.00 x 1.01^12
  expect(postingsIn(interestOn([movement('2023-01-01', 100_000_000n)], terms, '2023-12-31'))).toEqual([
    '2024-01-01 interest 12682503',
  ])
})

test('[I5] compounding daily earns more than at posting, and a compounding period never reaches over a posting', () => {
  const total = (compounding: string): bigint =>
    interestOn([opening], termsWith({ compounding }), '2023-12-31').postings.reduce(
      (sum, { amountMinor }) => sum + amountMinor,
      0n,
    )
  expect(total('daily') > total('weekly')).toBe(true)
  expect(total('weekly') > total('at-posting')).toBe(true)
  expect([total('monthly'), total('yearly')]).toEqual([total('at-posting'), total('at-posting')])
})

test.each([
  ['ACT/365F', '2024-02-01', '2024-02-29', 29 * 1000],
  ['ACT/ACT-ISDA', '2024-02-01', '2024-02-29', (29 * 365_000) / 366],
  ['30E/360', '2024-02-01', '2024-02-29', (30 * 365_000) / 360],
  ['30E/360', '2024-03-01', '2024-03-31', (30 * 365_000) / 360],
  ['ACT/360', '2024-02-01', '2024-02-29', (29 * 365_000) / 360],
])('[I6] under %s the days from %s to %s of a leap year give %d', (dayCount, from, through, expected) => {
  const account = interestOn([movement(from, 3_650_000n)], termsWith({ dayCount }), through)
  expect(account.postings[0]?.amountMinor).toBe(BigInt(Math.round(expected)))
})

test('[I6] under ACT/ACT the days of each year count by their own year', () => {
  const terms = termsWith({ dayCount: 'ACT/ACT-ISDA', posting: 'yearly', yearStartMonth: 7 })
  const account = interestOn([movement('2023-07-01', 36_600_000n)], terms, '2024-06-30')
  expect(postingsIn(account)).toEqual([`2024-07-01 interest ${Math.round((184 * 3_660_000) / 365 + 182 * 10_000)}`])
})

test.each([
  ['daily', 'calendar', ['2023-01-05', '2023-01-06', '2023-01-07']],
  ['weekly', 'calendar', ['2023-01-09', '2023-01-16', '2023-01-23']],
  ['weekly', 'from-opening', ['2023-01-11', '2023-01-18', '2023-01-25']],
  ['monthly', 'calendar', ['2023-02-01', '2023-03-01', '2023-04-01']],
  ['monthly', 'from-opening', ['2023-02-04', '2023-03-04', '2023-04-04']],
  ['quarterly', 'calendar', ['2023-02-01', '2023-05-01', '2023-08-01']],
  ['half-yearly', 'calendar', ['2023-02-01', '2023-08-01', '2024-02-01']],
  ['yearly', 'calendar', ['2023-02-01', '2024-02-01', '2025-02-01']],
  ['yearly', 'from-opening', ['2024-01-04', '2025-01-04', '2026-01-04']],
])('[I6] %s posting by the %s, in a year that begins in February, is on %j', (posting, periods, expected) => {
  const terms = termsWith({ posting, periods, yearStartMonth: 2 })
  const { postings } = interestOn([movement('2023-01-04', 3_650_000n)], terms, '2026-12-31')
  expect(postings.slice(0, 3).map(({ postingDate }) => postingDate)).toEqual(expected)
})

test('[I6] months from an opening on the 31st keep to month ends and do not drift', () => {
  const terms = termsWith({ periods: 'from-opening', postAt: 'period-end' })
  const { postings } = interestOn([movement('2023-01-31', 3_650_000n)], terms, '2023-05-31')
  expect(postings.map(({ periodEnd }) => periodEnd)).toEqual(['2023-02-27', '2023-03-30', '2023-04-29', '2023-05-30'])
})

test('[I6] a term deposit is paid once, at maturity, compounded by quarters from its opening', () => {
  const terms = termsWith({
    rates: [{ from: '2000-01-01', credit: flatRate('5') }],
    dayCount: '30E/360',
    compounding: 'quarterly',
    posting: 'at-maturity',
    periods: 'from-opening',
  })
  const account = interestOn([movement('2023-02-15', 1_000_000n)], terms, '2024-02-14', '2024-02-15')
  // 10,000.00 x (1 + 0.05/4)^4 = 10,509.4533
  expect([postingsIn(account), account.balanceMinor]).toEqual([['2024-02-15 interest 50945'], 1_050_945n])
})

test('[I6] a term deposit that is paid monthly ends its last period at maturity, and nothing accrues after it', () => {
  const account = interestOn([opening], termsWith(), '2023-02-09', '2023-02-10')
  expect(account.postings.map(({ periodStart, periodEnd }) => [periodStart, periodEnd])).toEqual([
    ['2023-01-01', '2023-01-31'],
    ['2023-02-01', '2023-02-09'],
  ])
  expect(() => interestOn([opening], termsWith(), '2023-02-10', '2023-02-10')).toThrow(
    'nothing accrues from maturity on',
  )
})

const overdraftRates = (overdraft: Record<string, string>) => ({
  rates: [{ from: '2000-01-01', credit: flatRate('10'), overdraft }],
})

test('[I7] an overdraft bears its rate up to the arranged limit, and the other beyond it', () => {
  const overdraft = { arrangedLimitMinor: '3650000', annualPercent: '10', excessAnnualPercent: '20' }
  const account = interestOn([movement('2023-01-01', -7_300_000n)], termsWith(overdraftRates(overdraft)), '2023-01-31')
  expect(postingsIn(account)).toEqual([`2023-02-01 overdraft-interest ${31 * (1000 + 2000)}`])
  expect(account.balanceMinor).toBe(-7_300_000n - 93_000n)
})

test.each(['daily', 'average-daily'])(
  '[I7] days in credit and days overdrawn are not set off against each other, on the %s balance',
  balanceMethod => {
    const overdraft = { arrangedLimitMinor: '5000000', annualPercent: '20', excessAnnualPercent: '20' }
    const terms = termsWith({ ...overdraftRates(overdraft), balanceMethod })
    const account = interestOn([opening, movement('2023-01-22', -5_475_000n)], terms, '2023-01-31')
    expect(postingsIn(account)).toEqual([
      `2023-02-01 interest ${21 * 1000}`,
      `2023-02-01 overdraft-interest ${10 * 1000}`,
    ])
  },
)

test('[I8] the tax is withheld from interest, rounded by its own rule, and not from what is charged', () => {
  const withholdingTax = { percent: '15', rounding: { mode: 'down', multipleMinor: '100' } }
  const account = interestOn([opening, movement('2023-01-31', -1n)], termsWith({ withholdingTax }), '2023-01-31')
  expect(account.postings).toMatchObject([{ amountMinor: 31_000n, taxMinor: 4_600n }])
  expect(account.balanceMinor).toBe(3_649_999n + 31_000n - 4_600n)
})

test('[I3] posting rounds to the place that the product says; what rounds to nothing is not posted', () => {
  const toShillings = termsWith({ rounding: { mode: 'down', multipleMinor: '100' } })
  expect(postingsIn(interestOn([movement('2023-01-01', 3_651_999n)], toShillings, '2023-01-31'))).toEqual([
    '2023-02-01 interest 31000',
  ])
  expect(postingsIn(interestOn([movement('2023-01-01', 10n)], termsWith(), '2023-01-31'))).toEqual([])
})

test('[I3] a posting keeps the exact interest that it was rounded from', () => {
  const [posting] = interestOn([movement('2023-01-31', 100_000n)], termsWith(), '2023-01-31').postings
  // One day of ten per cent on 1,000.00, in minor units: 10,000 / 365.
  expect(posting?.exact).toMatch(/^27\.397260273972602739726027397260273972602739/)
})

test('[I3] interest that is posted earns from the day after its period, wherever it is dated', () => {
  for (const postAt of ['period-end', 'day-after-period-end']) {
    const { postings } = interestOn([movement('2023-01-01', 365_000_000n)], termsWith({ postAt }), '2023-02-28')
    expect(postings.map(({ amountMinor }) => amountMinor)).toEqual([3_100_000n, 2_823_781n])
  }
})

test.each([
  { rates: [{ from: '2000-01-01', credit: { type: 'slab', tiers: [{ fromMinor: '1', annualPercent: '1' }] } }] },
  { rates: [{ from: '2000-01-01', credit: { type: 'slab', tiers: [tiers[0], tiers[0]] } }] },
  {
    rates: [
      { from: '2001-01-01', credit: flatRate('1') },
      { from: '2000-01-01', credit: flatRate('1') },
    ],
  },
  { rates: [{ from: '2000-01-01', credit: flatRate('-1') }] },
  { dayCount: '30/360-bond-basis' },
  { minimumBalanceMinor: '-1' },
  { rounding: { mode: 'half-even', multipleMinor: '0' } },
  { yearStartMonth: 13 },
])('[I4] terms with %j are refused', unusual => {
  expect(() => termsWith(unusual)).toThrow()
})
