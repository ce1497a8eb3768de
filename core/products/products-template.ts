import { type CurrencyCode, minorUnitOf } from '../money/currency.ts'
import { rate } from '../money/rate.ts'
import type { DepositProduct } from './deposit-product.ts'
import { templateLoans } from './loan-template.ts'
import type { Product } from './product.ts'
import type { ProductInterest } from './product-interest.ts'

/**
 * The products an institution starts with: the five of the reference library, in whose amounts a unit is a United States dollar, and
 * passbook, current, fixed, recurring and compulsory savings. Amounts are scaled by the magnitude of the currency: as they are where a
 * unit is worth about a dollar, a hundred or a thousand times where it is worth less than two cents or a tenth of a cent, ten times in
 * all others. Head office publishes versions of its own.
 */
export function templateProducts(currency: CurrencyCode): readonly Product[] {
  const amounts = scaled(currency)
  return [
    ...savingsProducts(currency, amounts),
    ...termProducts(currency, amounts),
    ...creditProducts(currency, amounts),
    ...templateLoans(currency, amounts),
  ]
}

type Amounts = (dollars: number) => bigint

const ones: readonly string[] = ['USD', 'EUR', 'GBP', 'CHF', 'CAD', 'AUD', 'NZD', 'SGD', 'KWD', 'BHD', 'OMR', 'JOD']
const hundreds: readonly string[] = ['JPY', 'XAF', 'XOF', 'XPF', 'CLP', 'DJF', 'KMF', 'VUV', 'ISK', 'KRW', 'RWF', 'NGN']
const thousands: readonly string[] = [
  'UGX',
  'TZS',
  'BIF',
  'GNF',
  'PYG',
  'VND',
  'IDR',
  'LAK',
  'MGA',
  'CDF',
  'SLE',
  'UZS',
]

const scaleOf = (currency: CurrencyCode): number => {
  if (ones.includes(currency)) return 1
  if (hundreds.includes(currency)) return 100
  return thousands.includes(currency) ? 1_000 : 10
}

const scaled =
  (currency: CurrencyCode): Amounts =>
  dollars =>
    (BigInt(Math.round(dollars * 100)) * BigInt(scaleOf(currency)) * 10n ** BigInt(minorUnitOf(currency))) / 100n

const interestOf = (annualPercent: string, over: Partial<ProductInterest> = {}): ProductInterest => ({
  rates: { type: 'whole', tiers: [{ fromMinor: 0n, annualPercent: rate(annualPercent) }] },
  balanceMethod: 'daily',
  dayCount: 'ACT/365F',
  compounding: 'monthly',
  posting: 'monthly',
  accrual: 'daily',
  minimumBalanceMinor: 0n,
  rounding: 'half-up',
  expenseAccount: '5100',
  payableAccount: '2210',
  taxAccount: '2220',
  ...over,
})

const common = (currency: CurrencyCode) => ({ version: 1, currency, kycTier: 1 }) as const
const depositCommon = (currency: CurrencyCode) =>
  ({
    ...common(currency),
    limits: {},
    fees: { incomeAccount: '4200' },
    feeCollection: 'from-balance',
    dormancy: { inactiveAfterDays: 180, dormantAfterDays: 365 },
  }) as const

const basicFees = (amounts: Amounts): DepositProduct['fees'] => ({
  incomeAccount: '4200',
  maintenancePerMonthMinor: amounts(5),
  belowMinimumMinor: amounts(10),
  belowBalanceMinor: amounts(100),
})

const savingsProducts = (currency: CurrencyCode, amounts: Amounts): readonly DepositProduct[] => [
  {
    ...depositCommon(currency),
    kind: 'passbook',
    productId: 'passbook-savings',
    name: 'Passbook savings',
    controlAccount: '2110',
    interest: interestOf('2'),
    minimumBalanceMinor: amounts(50),
    minimumOpeningMinor: amounts(50),
    limits: { withdrawalsPerDayMinor: amounts(10_000), operationMinor: amounts(500_000) },
  },
  {
    ...depositCommon(currency),
    kind: 'passbook',
    productId: 'basic-savings',
    name: 'Basic savings account',
    controlAccount: '2110',
    interest: interestOf('0.25'),
    minimumBalanceMinor: 0n,
    minimumOpeningMinor: amounts(100),
    limits: { withdrawalsPerDayMinor: amounts(500) },
    fees: basicFees(amounts),
  },
  {
    ...depositCommon(currency),
    kind: 'passbook',
    productId: 'premium-savings',
    name: 'Premium high-yield savings',
    controlAccount: '2120',
    kycTier: 2,
    interest: interestOf('4.5'),
    minimumBalanceMinor: amounts(2_500),
    minimumOpeningMinor: amounts(2_500),
    limits: { withdrawalsPerDayMinor: amounts(2_000) },
    alertBelowMinor: amounts(2_500),
  },
  {
    ...depositCommon(currency),
    kind: 'current',
    productId: 'current-account',
    name: 'Current account',
    controlAccount: '2130',
    minimumBalanceMinor: 0n,
    minimumOpeningMinor: amounts(100),
  },
  {
    ...depositCommon(currency),
    kind: 'current',
    productId: 'business-checking',
    name: 'Business checking account',
    controlAccount: '2130',
    kycTier: 3,
    minimumBalanceMinor: amounts(1_000),
    minimumOpeningMinor: amounts(1_000),
    limits: { operationsPerDayMinor: amounts(50_000), operationsPerMonthMinor: amounts(500_000) },
    fees: {
      incomeAccount: '4200',
      maintenancePerMonthMinor: amounts(15),
      perOperationMinor: amounts(0.25),
      overdraftMinor: amounts(35),
    },
    overdraft: {
      limitMinor: amounts(5_000),
      annualPercent: rate('18'),
      principalAccount: '1270',
      receivableAccount: '1280',
      incomeAccount: '4120',
    },
  },
  {
    ...depositCommon(currency),
    kind: 'compulsory',
    productId: 'compulsory-savings',
    name: 'Compulsory savings',
    controlAccount: '2160',
    interest: interestOf('2'),
    minimumBalanceMinor: 0n,
    minimumOpeningMinor: 0n,
    percentOfLoan: rate('10'),
  },
]

const termProducts = (currency: CurrencyCode, amounts: Amounts): readonly DepositProduct[] => [
  {
    ...depositCommon(currency),
    kind: 'fixed',
    productId: 'fixed-deposit',
    name: 'Fixed deposit',
    controlAccount: '2140',
    kycTier: 2,
    interest: interestOf('7', { compounding: 'at-posting', posting: 'at-maturity' }),
    minimumBalanceMinor: 0n,
    minimumOpeningMinor: amounts(500),
    term: { monthsMin: 3, monthsMax: 60, monthsDefault: 12 },
    earlyClosure: { type: 'rate-reduced', points: rate('3') },
    atMaturity: 'wait',
  },
  {
    ...depositCommon(currency),
    kind: 'recurring',
    productId: 'recurring-deposit',
    name: 'Recurring deposit',
    controlAccount: '2150',
    interest: interestOf('5', { posting: 'at-maturity' }),
    minimumBalanceMinor: 0n,
    minimumOpeningMinor: 0n,
    term: { monthsMin: 6, monthsMax: 60, monthsDefault: 12 },
    earlyClosure: { type: 'interest-forfeited', percent: rate('50') },
    atMaturity: 'to-savings',
    installment: { minimumMinor: amounts(20), frequency: 'monthly', missedFeeMinor: amounts(1) },
  },
]

const creditProducts = (currency: CurrencyCode, amounts: Amounts): readonly Product[] => [
  {
    ...common(currency),
    kind: 'credit-line',
    productId: 'personal-credit-line',
    name: 'Personal line of credit',
    controlAccount: '1250',
    kycTier: 2,
    limitMinor: amounts(10_000),
    annualPercent: rate('18.99'),
    cashAdvanceAnnualPercent: rate('24.99'),
    graceDays: 21,
    minimumPaymentPercent: rate('2'),
    minimumPaymentMinor: amounts(25),
    lateFeeMinor: amounts(35),
    overlimitFeeMinor: amounts(25),
    incomeAccount: '4110',
    receivableAccount: '1260',
    feeIncomeAccount: '4200',
  },
]
