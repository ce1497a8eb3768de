import { describe, expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { sumMinor } from '../../../core/money/amount.ts'
import { rate } from '../../../core/money/rate.ts'
import { type LoanOffer, offerFaults, usualOffer } from '../../../core/products/loan-offer.ts'
import { previewLoan } from '../../../core/products/loan-preview.ts'
import type { LoanProduct } from '../../../core/products/loan-product.ts'
import { templateLoans } from '../../../core/products/loan-template.ts'
import { installmentTotalMinor } from '../../../core/schedule/installment.ts'

const calendar = { weekend: ['sunday'], holidays: new Set<never>() } as const
const loans = templateLoans('USD', dollars => BigInt(Math.round(dollars * 100)))
const [business, , seasonal] = loans
if (!business || !seasonal) throw new Error('the template has a loan for business and one for a season')

const startsOn = businessDate('2027-01-04')

/** The case that the world's disclosure guides count: 1,000 for four months at three percent a month. */
const standard: LoanOffer = {
  ...usualOffer(business, startsOn),
  principalMinor: 100_000n,
  annualPercent: rate('36'),
  installments: 4,
}
const flat: LoanProduct = { ...business, schedule: { ...business.schedule, interestMethod: 'flat' } }
const threePercent = {
  chargeId: 'fee',
  name: 'Fee',
  kind: 'fee',
  amount: { type: 'percent', of: 'paid-out', percent: rate('3') },
  when: { type: 'disbursement-deducted' },
} as const
const everyTime = { ...threePercent, chargeId: 'book', amount: { type: 'fixed', amountMinor: 100n } } as const

describe('[L9] the standard case of disclosure guides', () => {
  test.each<readonly [what: string, product: LoanProduct, annual: string, effective: string]>([
    ['declining', business, '36.0', '42.6'],
    ['declining, and three percent at the start', { ...business, charges: [threePercent] }, '51.4', '65.5'],
    ['flat', flat, '56.3', '73.4'],
  ])('%s', (_what, product, annual, effective) => {
    const unmoved: LoanProduct = { ...product, dueDates: { ...product.dueDates, restDays: 'leave' } }
    const { rates } = previewLoan(unmoved, standard, calendar)
    expect(rates.annual?.toFixed(1)).toBe(annual)
    expect(rates.effective?.toFixed(1)).toBe(effective)
    expect(rates.ofCharge?.toFixed(1)).toBe(effective)
  })
})

test.each(loans.map(product => [product.productId, product] as const))('[P11] the usual %s adds up', (_id, product) => {
  const offer = usualOffer(product, startsOn)
  expect(offerFaults(product, offer)).toEqual([])
  const preview = previewLoan(product, offer, calendar)
  const { installments, costMinor, interestMinor, feesMinor, receivedMinor, rates } = preview
  expect(installments.filter(({ kind }) => kind === 'repayment')).toHaveLength(offer.installments)
  expect(sumMinor(installments.map(({ principalMinor }) => principalMinor))).toBe(offer.principalMinor)
  expect(costMinor).toBe(interestMinor + feesMinor)
  expect(sumMinor(installments.map(installmentTotalMinor)) - receivedMinor).toBe(costMinor)
  expect(Number(rates.annual)).toBeGreaterThan(Number(product.annualPercent.min) * 0.97)
  expect(Number(rates.ofCharge)).toBeGreaterThan(Number(rates.annual))
  expect(Number(rates.effective)).toBeGreaterThan(Number(rates.annual))
})

test('[P11] fees with every installment and on a day are counted where they fall due', () => {
  const product: LoanProduct = {
    ...business,
    charges: [
      { ...everyTime, when: { type: 'each-installment' } },
      { ...everyTime, chargeId: 'visit', when: { type: 'on-day', daysAfter: 40 } },
    ],
  }
  const { installments, feesMinor, receivedMinor } = previewLoan(product, standard, calendar)
  expect(installments.map(installment => installment.feesMinor)).toEqual([100n, 200n, 100n, 100n])
  expect([feesMinor, receivedMinor]).toEqual([500n, 100_000n])
})

test('[P11] a balloon and a down payment are shares of what is lent', () => {
  const schedule = { ...business.schedule, balloonPercent: rate('40'), downPaymentPercent: rate('10') }
  const { installments } = previewLoan({ ...business, schedule }, standard, calendar)
  expect(installments[0]).toMatchObject({ kind: 'down-payment', principalMinor: 10_000n })
  expect(installments.at(-1)?.principalMinor).toBeGreaterThan(40_000n)
  expect(installments.at(-1)?.principalMinor).toBeLessThan(60_000n)
})

test.each<readonly [field: string, rule: string, over: Partial<LoanOffer>]>([
  ['principalMinor', 'below-minimum', { principalMinor: 1n }],
  ['principalMinor', 'above-maximum', { principalMinor: 99_999_999n }],
  ['annualPercent', 'below-minimum', { annualPercent: rate('17.9') }],
  ['annualPercent', 'above-maximum', { annualPercent: rate('24.1') }],
  ['frequency', 'not-offered', { frequency: { every: 1, unit: 'weeks' } }],
  ['installments', 'above-maximum', { installments: 2 }],
  ['firstDueOn', 'not-after-start', { firstDueOn: businessDate('2027-01-04') }],
  ['firstDueOn', 'too-early', { firstDueOn: businessDate('2027-02-04') }],
  ['firstDueOn', 'too-late', { firstDueOn: businessDate('2029-02-04') }],
])('[P11] what is not offered: %s %s', (field, rule, over) => {
  expect(offerFaults(seasonal, { ...usualOffer(seasonal, startsOn), ...over })).toContainEqual({ field, rule })
})
