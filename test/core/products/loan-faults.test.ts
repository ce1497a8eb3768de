import { describe, expect, test } from 'vitest'
import { microfinanceChart } from '../../../core/institution/chart-template.ts'
import { rate } from '../../../core/money/rate.ts'
import { type LoanProduct, loanProductSchema } from '../../../core/products/loan-product.ts'
import { templateLoans } from '../../../core/products/loan-template.ts'
import { accountsOf } from '../../../core/products/product-accounts.ts'
import { productFaults } from '../../../core/products/product-faults.ts'

const [loan] = templateLoans('USD', dollars => BigInt(dollars * 100))
if (!loan) throw new Error('the template has a loan')
const { principal, annualPercent, schedule, dueDates, repayment, accounting, conditions } = loan

const ofSchedule = (over: Partial<LoanProduct['schedule']>): LoanProduct => ({
  ...loan,
  schedule: { ...schedule, ...over },
})
const ofAccounts = (over: Partial<LoanProduct['accounting']['accounts']>): LoanProduct => ({
  ...loan,
  accounting: { ...accounting, accounts: { ...accounting.accounts, ...over } },
})
const ofConditions = (over: Partial<LoanProduct['conditions']>): LoanProduct => ({
  ...loan,
  conditions: { ...conditions, ...over },
})
const monthly = { every: 1, unit: 'months', installments: { min: 3, max: 24, default: 12 } } as const
const weekly = { ...monthly, unit: 'weeks' } as const
const fee = {
  chargeId: 'fee',
  name: 'Fee',
  kind: 'fee',
  amount: { type: 'percent', of: 'paid-out', percent: rate('1') },
  when: { type: 'disbursement-deducted' },
} as const
const recalculation = {
  rest: 'daily',
  advance: 'reduce-number',
  compounding: 'none',
  lateInterest: 'every-period',
  payoff: 'to-the-day',
} as const
const declining = ['penalties', 'fees', 'interest', 'principal'] as const
const own = {
  type: 'own',
  pastDue: [...declining],
  due: [...declining],
  inAdvance: ['principal', 'principal', 'fees', 'interest'],
  dueChargesFirst: false,
  direction: 'horizontal',
  future: { default: 'next-installment' },
} as const satisfies LoanProduct['repayment']['allocation']
const flat = { interestMethod: 'flat' } as const
const progressive = {
  algorithm: 'progressive',
  share: { ...schedule.share, by: 'days', countsPartialPeriods: false },
} as const

const faulty: readonly (readonly [field: string, rule: string, product: LoanProduct])[] = [
  ['principal.minMinor', 'not-positive', { ...loan, principal: { ...principal, minMinor: 0n } }],
  ['principal.maxMinor', 'below-minimum', { ...loan, principal: { ...principal, maxMinor: 1n } }],
  ['principal.defaultMinor', 'above-maximum', { ...loan, principal: { ...principal, defaultMinor: 9_999_999n } }],
  ['annualPercent.max', 'below-minimum', { ...loan, annualPercent: { ...annualPercent, max: rate('9') } }],
  ['annualPercent.default', 'above-maximum', { ...loan, annualPercent: { ...annualPercent, default: rate('100') } }],
  ['frequencies.1.every', 'said-before', { ...loan, frequencies: [monthly, monthly] }],
  [
    'frequencies.0.installments.default',
    'above-maximum',
    { ...loan, frequencies: [{ ...monthly, installments: { min: 3, max: 6, default: 12 } }] },
  ],
  ['schedule.interestMethod', 'not-with-progressive', ofSchedule({ ...progressive, ...flat })],
  ['schedule.share.by', 'not-with-progressive', ofSchedule({ algorithm: 'progressive' })],
  [
    'schedule.share.daysInMonth',
    'not-with-longer-periods',
    {
      ...ofSchedule({ ...progressive, share: { ...progressive.share, daysInMonth: 'actual' } }),
      frequencies: [{ ...monthly, every: 3 }],
    },
  ],
  ['schedule.amortization', 'not-with-flat', ofSchedule({ ...flat, amortization: 'equal-principal' })],
  ['schedule.balloonPercent', 'not-with-bullet', ofSchedule({ amortization: 'bullet', balloonPercent: rate('20') })],
  ['schedule.balloonPercent', 'above-hundred', ofSchedule({ balloonPercent: rate('101') })],
  [
    'schedule.balloonPercent',
    'above-hundred',
    ofSchedule({ balloonPercent: rate('60'), downPaymentPercent: rate('41') }),
  ],
  ['schedule.downPaymentPercent', 'not-below-hundred', ofSchedule({ downPaymentPercent: rate('100') })],
  [
    'schedule.share.countsPartialPeriods',
    'only-by-periods',
    ofSchedule({ share: { ...schedule.share, by: 'days', countsPartialPeriods: true } }),
  ],
  ['schedule.grace.principal', 'not-below-installments', ofSchedule({ grace: { ...schedule.grace, principal: 3 } })],
  ['schedule.rounding.unitMinor', 'not-positive', ofSchedule({ rounding: { ...schedule.rounding, unitMinor: 0n } })],
  [
    'schedule.rounding.installmentMultipleMinor',
    'not-a-multiple',
    ofSchedule({ rounding: { ...schedule.rounding, unitMinor: 100n, installmentMultipleMinor: 150n } }),
  ],
  ['dueDates.onCentreDay', 'not-by-weeks', { ...loan, dueDates: { ...dueDates, onCentreDay: true } }],
  [
    'dueDates.firstAfterDays.max',
    'shorter-than-a-week',
    {
      ...loan,
      frequencies: [weekly],
      dueDates: { ...dueDates, onCentreDay: true, firstAfterDays: { min: 7, max: 12 } },
    },
  ],
  ['charges.1.chargeId', 'said-before', { ...loan, charges: [fee, fee] }],
  [
    'charges.0.amount.of',
    'not-at-disbursement',
    { ...loan, charges: [{ ...fee, amount: { ...fee.amount, of: 'interest' } }] },
  ],
  [
    'charges.0.amount.amountMinor',
    'not-positive',
    { ...loan, charges: [{ ...fee, amount: { type: 'fixed', amountMinor: 0n } }] },
  ],
  [
    'charges.0.amount.maxMinor',
    'below-minimum',
    { ...loan, charges: [{ ...fee, amount: { ...fee.amount, minMinor: 2n, maxMinor: 1n } }] },
  ],
  ['repayment.allocation.inAdvance', 'said-before', { ...loan, repayment: { ...repayment, allocation: own } }],
  [
    'repayment.recalculation.rest',
    'flat-is-not-recalculated',
    { ...ofSchedule(flat), repayment: { ...repayment, recalculation } },
  ],
  [
    'schedule.grace.interestPayment',
    'not-with-recalculation',
    {
      ...ofSchedule({ grace: { ...schedule.grace, interestPayment: 1 } }),
      repayment: { ...repayment, recalculation },
    },
  ],
  [
    'repayment.prepayment.penaltyPercent',
    'above-hundred',
    { ...loan, repayment: { ...repayment, prepayment: { type: 'allowed', penaltyPercent: rate('200') } } },
  ],
  ['accounting.accounts.interestReceivable', 'principal-account', ofAccounts({ interestReceivable: '1210' })],
  ['accounting.accounts.overpayments', 'unearned-interest-account', ofAccounts({ overpayments: '2310' })],
  [
    'accounting.provisioning.1.fromDays',
    'not-in-order',
    {
      ...loan,
      accounting: {
        ...accounting,
        provisioning: [
          { fromDays: 30, percent: rate('10') },
          { fromDays: 30, percent: rate('20') },
        ],
      },
    },
  ],
  [
    'conditions.approvalLevels.0.upToMinor',
    'last-has-no-end',
    ofConditions({ approvalLevels: [{ upToMinor: 1n, people: 1 }] }),
  ],
  [
    'conditions.approvalLevels.0.upToMinor',
    'missing',
    ofConditions({ approvalLevels: [{ people: 1 }, { people: 2 }] }),
  ],
  [
    'conditions.cycleLimits.0.principalMaxMinor',
    'above-maximum',
    ofConditions({ cycleLimits: [{ fromCycle: 1, principalMaxMinor: principal.maxMinor + 1n }] }),
  ],
  ['conditions.exposureMaxMinor', 'below-minimum', ofConditions({ exposureMaxMinor: 1n })],
]

test.each(faulty)('[P8] a loan is not published with a fault: %s %s', (field, rule, product) => {
  expect(loanProductSchema.parse(product)).toEqual(product)
  expect(productFaults(product)).toContainEqual({ field, rule })
})

describe('[P8] an order that leaves a component out', () => {
  test('is not well formed', () => {
    const short = { ...loan, repayment: { ...repayment, allocation: { ...own, due: ['interest', 'principal'] } } }
    expect(loanProductSchema.safeParse(short).error?.issues.map(({ path }) => path.join('.'))).toEqual([
      'repayment.allocation.due',
    ])
  })
})

test('[P8] what belongs to single loans stands on accounts that have loans behind them', () => {
  const controlOf = (code: string) => microfinanceChart.find(account => account.code === code)?.control
  const ofLoans = accountsOf(loan).filter(({ control }) => control === 'loan')
  expect(ofLoans.map(({ code }) => controlOf(code))).toEqual(Array(6).fill('loan'))
  expect(accountsOf(loan)).toHaveLength(13)
})
