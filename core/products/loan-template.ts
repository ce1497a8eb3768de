import type { CurrencyCode } from '../money/currency.ts'
import { rate } from '../money/rate.ts'
import type { LoanCharge } from './loan-charge.ts'
import type { LoanProduct } from './loan-product.ts'

type Amounts = (dollars: number) => bigint

const percent = (text: string) => ({ min: rate(text), max: rate(text), default: rate(text) })

const accounts: LoanProduct['accounting']['accounts'] = {
  interestReceivable: '1220',
  feesReceivable: '1230',
  penaltiesReceivable: '1240',
  interestIncome: '4100',
  feeIncome: '4200',
  penaltyIncome: '4300',
  unearnedInterest: '2310',
  overpayments: '2320',
  allowance: '1290',
  provisionExpense: '5200',
  recoveries: '4400',
  insurancePayable: '2270',
}

/** Days past due and percent: the classes watch, substandard, doubtful and loss, with one percent of what is not late. */
const provisioning: LoanProduct['accounting']['provisioning'] = [
  { fromDays: 0, percent: rate('1') },
  { fromDays: 1, percent: rate('5') },
  { fromDays: 31, percent: rate('25') },
  { fromDays: 91, percent: rate('50') },
  { fromDays: 181, percent: rate('100') },
]

const accounting: LoanProduct['accounting'] = { basis: 'accrual', nonAccrualAfterDays: 90, provisioning, accounts }

const noGrace = { principal: 0, interestPayment: 0, interestFree: 0 } as const
const standardOrder = { type: 'named', order: 'penalty-fee-interest-principal' } as const

const oneApproves: LoanProduct['conditions'] = { approvalLevels: [{ people: 1 }], cycleLimits: [], guarantorsMin: 0 }

const counts = (min: number, max: number, usual: number) => ({ min, max, default: usual })

const roundedTo = (installmentMultipleMinor: bigint): LoanProduct['schedule']['rounding'] => ({
  mode: 'half-up',
  unitMinor: 1n,
  installmentMultipleMinor,
  installmentMode: 'half-up',
})

const kept = (chargeId: string, name: string, percentage: string): LoanCharge => ({
  chargeId,
  name,
  kind: chargeId.endsWith('insurance') ? 'insurance' : 'fee',
  amount: { type: 'percent', of: 'paid-out', percent: rate(percentage) },
  when: { type: 'disbursement-deducted' },
})

/** The document's loan, and the kinds of loan that microfinance is known for: to a group, to a farmer, in need. */
export const templateLoans = (currency: CurrencyCode, amounts: Amounts): readonly LoanProduct[] => {
  const common = { version: 1, currency, kycTier: 1, kind: 'loan', controlAccount: '1210', accounting } as const
  return [
    { ...common, ...businessLoan(amounts) },
    { ...common, ...groupLoan(amounts) },
    { ...common, ...seasonalLoan(amounts) },
    { ...common, ...emergencyLoan(amounts) },
  ]
}

type OwnTerms = Omit<LoanProduct, 'version' | 'currency' | 'kycTier' | 'kind' | 'controlAccount' | 'accounting'>

const businessLoan = (amounts: Amounts): OwnTerms => ({
  productId: 'microfinance-business-loan',
  name: 'Microfinance business loan',
  principal: { minMinor: amounts(50), maxMinor: amounts(10_000), defaultMinor: amounts(1_000) },
  annualPercent: percent('24'),
  frequencies: [{ every: 1, unit: 'months', installments: counts(3, 24, 12) }],
  schedule: {
    algorithm: 'cumulative',
    interestMethod: 'declining',
    amortization: 'equal-installments',
    share: { by: 'periods', daysInMonth: 30, daysInYear: 360, countsPartialPeriods: true },
    grace: noGrace,
    rounding: roundedTo(1n),
    tranchesMax: 1,
  },
  dueDates: { restDays: 'following', onCentreDay: false, firstAfterDays: { min: 15, max: 45 } },
  charges: [],
  repayment: {
    allocation: standardOrder,
    late: { graceDays: 7, fee: { type: 'fixed', amountMinor: amounts(15) } },
    prepayment: { type: 'allowed' },
  },
  conditions: { ...oneApproves, approvalLevels: [{ upToMinor: amounts(2_000), people: 1 }, { people: 2 }] },
})

/**
 * Repaid where the centre meets: a week in which it does not is skipped. Whoever repaid one loan may have a larger one. All members are
 * liable together: while one is more than a week behind, nobody gets another.
 */
const groupLoan = (amounts: Amounts): OwnTerms => ({
  productId: 'group-loan',
  name: 'Group loan',
  principal: { minMinor: amounts(30), maxMinor: amounts(1_000), defaultMinor: amounts(200) },
  annualPercent: percent('15'),
  frequencies: [
    { every: 1, unit: 'weeks', installments: counts(20, 52, 50) },
    { every: 2, unit: 'weeks', installments: counts(10, 26, 25) },
  ],
  schedule: {
    algorithm: 'cumulative',
    interestMethod: 'flat',
    amortization: 'equal-installments',
    share: { by: 'periods', daysInMonth: 30, daysInYear: 364, countsPartialPeriods: false },
    grace: noGrace,
    rounding: roundedTo(amounts(0.1)),
    tranchesMax: 1,
  },
  dueDates: { restDays: 'next-repayment', onCentreDay: true, firstAfterDays: { min: 7, max: 21 } },
  charges: [kept('processing', 'Processing fee', '1'), kept('life-insurance', 'Credit life insurance', '0.5')],
  repayment: { allocation: standardOrder, late: { graceDays: 0 }, prepayment: { type: 'allowed' } },
  conditions: {
    ...oneApproves,
    cycleLimits: [
      { fromCycle: 1, principalMaxMinor: amounts(300) },
      { fromCycle: 2, principalMaxMinor: amounts(500) },
      { fromCycle: 3, principalMaxMinor: amounts(1_000) },
    ],
    groupLateDaysMax: 7,
    compulsorySavingsPercent: rate('10'),
  },
})

/** Paid out as the field needs it and paid back in one sum when the harvest is sold; interest is for the days. */
const seasonalLoan = (amounts: Amounts): OwnTerms => ({
  productId: 'seasonal-farm-loan',
  name: 'Seasonal farm loan',
  principal: { minMinor: amounts(50), maxMinor: amounts(3_000), defaultMinor: amounts(400) },
  annualPercent: { min: rate('18'), max: rate('24'), default: rate('20') },
  frequencies: [6, 4, 9, 12].map(every => ({ every, unit: 'months', installments: counts(1, 1, 1) })),
  schedule: {
    algorithm: 'cumulative',
    interestMethod: 'declining',
    amortization: 'bullet',
    share: { by: 'days', daysInMonth: 'actual', daysInYear: 365, countsPartialPeriods: false },
    grace: noGrace,
    rounding: roundedTo(1n),
    tranchesMax: 3,
  },
  dueDates: { restDays: 'following', onCentreDay: false, firstAfterDays: { min: 90, max: 400 } },
  charges: [
    kept('processing', 'Processing fee', '1'),
    kept('crop-insurance', 'Crop insurance', '3'),
    {
      chargeId: 'field-visit',
      name: 'Field visit',
      kind: 'fee',
      amount: { type: 'fixed', amountMinor: amounts(2) },
      when: { type: 'on-day', daysAfter: 60 },
    },
  ],
  repayment: {
    allocation: standardOrder,
    recalculation: {
      rest: 'daily',
      advance: 'reduce-number',
      compounding: 'none',
      lateInterest: 'every-period',
      payoff: 'to-the-day',
    },
    late: { graceDays: 15, penaltyAnnualPercent: rate('6') },
    prepayment: { type: 'allowed' },
  },
  conditions: {
    approvalLevels: [{ upToMinor: amounts(500), people: 1 }, { people: 2 }],
    cycleLimits: [],
    exposureMaxMinor: amounts(5_000),
    guarantorsMin: 1,
  },
})

/** Small, short and cheap, for a day that cannot wait; interest for the days of each month. */
const emergencyLoan = (amounts: Amounts): OwnTerms => ({
  productId: 'emergency-loan',
  name: 'Emergency loan',
  principal: { minMinor: amounts(10), maxMinor: amounts(300), defaultMinor: amounts(100) },
  annualPercent: percent('12'),
  frequencies: [
    { every: 1, unit: 'months', installments: counts(1, 6, 3) },
    { every: 1, unit: 'half-months', installments: counts(2, 12, 6) },
    { every: 1, unit: 'weeks', installments: counts(4, 26, 12) },
  ],
  schedule: {
    algorithm: 'progressive',
    interestMethod: 'declining',
    amortization: 'equal-installments',
    share: { by: 'days', daysInMonth: 'actual', daysInYear: 'actual', countsPartialPeriods: false },
    grace: noGrace,
    rounding: roundedTo(1n),
    tranchesMax: 1,
  },
  dueDates: { restDays: 'modified-following', onCentreDay: false, firstAfterDays: { min: 7, max: 45 } },
  charges: [],
  repayment: {
    allocation: standardOrder,
    recalculation: {
      rest: 'daily',
      advance: 'adjust-last-unpaid',
      compounding: 'none',
      lateInterest: 'every-period',
      payoff: 'to-the-day',
    },
    late: { graceDays: 3, fee: { type: 'percent', percent: rate('2') } },
    prepayment: { type: 'allowed' },
  },
  conditions: oneApproves,
})
