import { additiveDayCounts } from '../../../core/calendar/day-count.ts'
import { periodLengths } from '../../../core/interest/period-end.ts'
import { roundingModes } from '../../../core/money/rounding.ts'
import { depositKinds } from '../../../core/products/deposit-product.ts'
import type { ProductKind } from '../../../core/products/product.ts'
import { minimum, money, type ProductField, yesOrNo } from './term-shape.ts'

const withTerm: readonly ProductKind[] = ['fixed', 'recurring']
const withoutTerm: readonly ProductKind[] = ['passbook', 'current', 'compulsory']
const earns = ['interest', 'yes'] as const
const overdrawn = ['overdraft', 'yes'] as const

/** The terms of deposits. */
export const depositFields = [
  { field: 'minimumOpeningMinor', ...minimum, kinds: depositKinds },
  { field: 'minimumBalanceMinor', ...minimum, kinds: depositKinds },
  { field: 'alertBelowMinor', ...money, kinds: depositKinds },
  { field: 'percentOfLoan', value: 'percent', kinds: ['compulsory'] },
  { field: 'term.monthsMin', value: 'count', kinds: withTerm },
  { field: 'term.monthsMax', value: 'count', kinds: withTerm },
  { field: 'term.monthsDefault', value: 'count', kinds: withTerm },
  { field: 'installment.minimumMinor', value: 'money', kinds: ['recurring'] },
  {
    field: 'installment.frequency',
    value: 'choice',
    choices: ['weekly', 'fortnightly', 'monthly'],
    kinds: ['recurring'],
  },
  { field: 'installment.missedFeeMinor', ...money, kinds: ['recurring'] },
  { field: 'earlyClosure.type', value: 'choice', choices: ['rate-reduced', 'interest-forfeited'], kinds: withTerm },
  { field: 'earlyClosure.points', value: 'percent', where: ['earlyClosure.type', 'rate-reduced'], kinds: withTerm },
  {
    field: 'earlyClosure.percent',
    value: 'percent',
    where: ['earlyClosure.type', 'interest-forfeited'],
    kinds: withTerm,
  },
  { field: 'atMaturity', value: 'choice', choices: ['wait', 'to-savings', 'renew'], kinds: withTerm },
  { field: 'interest', ...yesOrNo, kinds: withoutTerm },
  { field: 'interest.rates.type', value: 'choice', choices: ['whole', 'slab'], where: earns, kinds: depositKinds },
  {
    field: 'interest.balanceMethod',
    value: 'choice',
    choices: ['daily', 'average-daily', 'minimum'],
    where: earns,
    kinds: depositKinds,
  },
  { field: 'interest.minimumBalanceMinor', ...minimum, where: earns, kinds: depositKinds },
  {
    field: 'interest.posting',
    value: 'choice',
    choices: [...periodLengths, 'at-maturity'],
    where: earns,
    kinds: depositKinds,
  },
  {
    field: 'interest.compounding',
    value: 'choice',
    choices: ['at-posting', ...periodLengths],
    where: earns,
    kinds: depositKinds,
  },
  { field: 'interest.accrual', value: 'choice', choices: ['daily', 'monthly'], where: earns, kinds: depositKinds },
  { field: 'interest.dayCount', value: 'choice', choices: additiveDayCounts, where: earns, kinds: depositKinds },
  { field: 'interest.rounding', value: 'choice', choices: roundingModes, where: earns, kinds: depositKinds },
  { field: 'interest.withholdingTaxPercent', value: 'percent', isOptional: true, where: earns, kinds: depositKinds },
  { field: 'fees.maintenancePerMonthMinor', ...money, kinds: depositKinds },
  { field: 'fees.belowMinimumMinor', ...money, kinds: depositKinds },
  { field: 'fees.belowBalanceMinor', ...money, kinds: depositKinds },
  { field: 'fees.perOperationMinor', ...money, kinds: depositKinds },
  { field: 'fees.perWithdrawalMinor', ...money, kinds: depositKinds },
  { field: 'fees.overdraftMinor', ...money, kinds: ['current'], where: overdrawn },
  { field: 'fees.closingMinor', ...money, kinds: depositKinds },
  { field: 'feeCollection', value: 'choice', choices: ['from-balance', 'owed'], kinds: depositKinds },
  { field: 'limits.operationMinor', ...money, kinds: depositKinds },
  { field: 'limits.withdrawalsPerDayMinor', ...money, kinds: depositKinds },
  { field: 'limits.withdrawalsPerMonthMinor', ...money, kinds: depositKinds },
  { field: 'limits.operationsPerDayMinor', ...money, kinds: depositKinds },
  { field: 'limits.operationsPerMonthMinor', ...money, kinds: depositKinds },
  { field: 'overdraft', ...yesOrNo, kinds: ['current'] },
  { field: 'overdraft.limitMinor', value: 'money', kinds: ['current'], where: overdrawn },
  { field: 'overdraft.annualPercent', value: 'percent', kinds: ['current'], where: overdrawn },
  { field: 'dormancy', ...yesOrNo, kinds: depositKinds },
  { field: 'dormancy.inactiveAfterDays', value: 'count', where: ['dormancy', 'yes'], kinds: depositKinds },
  { field: 'dormancy.dormantAfterDays', value: 'count', where: ['dormancy', 'yes'], kinds: depositKinds },
  { field: 'controlAccount', value: 'ledger', type: 'liability', control: 'savings', kinds: depositKinds },
  { field: 'fees.incomeAccount', value: 'ledger', type: 'income', kinds: depositKinds },
  { field: 'interest.expenseAccount', value: 'ledger', type: 'expense', where: earns, kinds: depositKinds },
  { field: 'interest.payableAccount', value: 'ledger', type: 'liability', where: earns, kinds: depositKinds },
  { field: 'interest.taxAccount', value: 'ledger', type: 'liability', where: earns, kinds: depositKinds },
  {
    field: 'overdraft.principalAccount',
    value: 'ledger',
    type: 'asset',
    control: 'overdraft',
    kinds: ['current'],
    where: overdrawn,
  },
  {
    field: 'overdraft.receivableAccount',
    value: 'ledger',
    type: 'asset',
    control: 'overdraft',
    kinds: ['current'],
    where: overdrawn,
  },
  { field: 'overdraft.incomeAccount', value: 'ledger', type: 'income', kinds: ['current'], where: overdrawn },
] as const satisfies readonly ProductField[]
