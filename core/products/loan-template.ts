import type { CurrencyCode } from '../money/currency.ts'
import { rate } from '../money/rate.ts'
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

const allApproveAlone: LoanProduct['conditions'] = {
  approvalLevels: [{ people: 1 }],
  cycleLimits: [],
  guarantorsMin: 0,
}

/** The document's loan, and the kinds of loan that microfinance is known for: to a group, to a farmer, in need. */
export function templateLoans(currency: CurrencyCode, amounts: Amounts): readonly LoanProduct[] {
  const common = { version: 1, currency, kycTier: 1, kind: 'loan', controlAccount: '1210', accounting } as const
  const rounding = { mode: 'half-up', unitMinor: 1n, installmentMultipleMinor: 1n, installmentMode: 'half-up' } as const
  return [
    {
      ...common,
      productId: 'microfinance-business-loan',
      name: 'Microfinance business loan',
      principal: { minMinor: amounts(50), maxMinor: amounts(10_000), defaultMinor: amounts(1_000) },
      annualPercent: percent('24'),
      frequencies: [{ every: 1, unit: 'months', installments: { min: 3, max: 24, default: 12 } }],
      schedule: {
        algorithm: 'cumulative',
        interestMethod: 'declining',
        amortization: 'equal-installments',
        share: { by: 'periods', daysInMonth: 30, daysInYear: 360, countsPartialPeriods: true },
        grace: noGrace,
        rounding,
        tranchesMax: 1,
      },
      dueDates: { restDays: 'following', onCentreDay: false, firstAfterDays: { min: 15, max: 45 } },
      charges: [],
      repayment: {
        allocation: standardOrder,
        late: { graceDays: 7, fee: { type: 'fixed', amountMinor: amounts(15) } },
        prepayment: { type: 'allowed' },
      },
      conditions: { ...allApproveAlone, approvalLevels: [{ upToMinor: amounts(2_000), people: 1 }, { people: 2 }] },
    },
  ]
}
