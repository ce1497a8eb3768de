import { additiveDayCounts } from '../../../core/calendar/day-count.ts'
import { periodLengths } from '../../../core/interest/period-end.ts'
import type { ControlKind, LedgerAccountType } from '../../../core/ledger/ledger-account.ts'
import { roundingModes } from '../../../core/money/rounding.ts'
import type { DepositProduct } from '../../../core/products/deposit-product.ts'

export type DepositKind = DepositProduct['kind']

/** How a term of a product is typed, and so how it is read and told. */
type TermShape =
  | { readonly value: 'words' | 'id' | 'money' | 'percent' | 'count' | 'date' }
  | { readonly value: 'choice'; readonly choices: readonly string[] }
  | { readonly value: 'ledger'; readonly type: LedgerAccountType; readonly control?: ControlKind }

/** A term by its path in the product, such as `fees.closingMinor`. */
export type ProductField = TermShape & {
  readonly field: string
  /** The kinds of product that say it; all of them when left out. */
  readonly kinds?: readonly DepositKind[]
  /** Left empty, the product does not say it. */
  readonly isOptional?: true
  /** Left empty, it is nothing: a minimum that is none. */
  readonly isZeroWhenEmpty?: true
  /** It is asked for only where this other term has this value. */
  readonly where?: readonly [field: string, value: string]
}

const withTerm: readonly DepositKind[] = ['fixed', 'recurring']
const withoutTerm: readonly DepositKind[] = ['passbook', 'current', 'compulsory']
const yesOrNo = { value: 'choice', choices: ['yes', 'no'] } as const
const money = { value: 'money', isOptional: true } as const
const minimum = { value: 'money', isZeroWhenEmpty: true } as const
const earns = ['interest', 'yes'] as const
const overdrawn = ['overdraft', 'yes'] as const

const fields = [
  { field: 'name', value: 'words' },
  { field: 'productId', value: 'id' },
  { field: 'validFrom', value: 'date' },
  { field: 'kycTier', value: 'choice', choices: ['1', '2', '3'] },
  { field: 'minimumOpeningMinor', ...minimum },
  { field: 'minimumBalanceMinor', ...minimum },
  { field: 'alertBelowMinor', ...money },
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
  { field: 'interest.rates.type', value: 'choice', choices: ['whole', 'slab'], where: earns },
  {
    field: 'interest.balanceMethod',
    value: 'choice',
    choices: ['daily', 'average-daily', 'minimum'],
    where: earns,
  },
  { field: 'interest.minimumBalanceMinor', ...minimum, where: earns },
  { field: 'interest.posting', value: 'choice', choices: [...periodLengths, 'at-maturity'], where: earns },
  { field: 'interest.compounding', value: 'choice', choices: ['at-posting', ...periodLengths], where: earns },
  { field: 'interest.accrual', value: 'choice', choices: ['daily', 'monthly'], where: earns },
  { field: 'interest.dayCount', value: 'choice', choices: additiveDayCounts, where: earns },
  { field: 'interest.rounding', value: 'choice', choices: roundingModes, where: earns },
  { field: 'interest.withholdingTaxPercent', value: 'percent', isOptional: true, where: earns },
  { field: 'fees.maintenancePerMonthMinor', ...money },
  { field: 'fees.belowMinimumMinor', ...money },
  { field: 'fees.belowBalanceMinor', ...money },
  { field: 'fees.perOperationMinor', ...money },
  { field: 'fees.perWithdrawalMinor', ...money },
  { field: 'fees.overdraftMinor', ...money, kinds: ['current'], where: overdrawn },
  { field: 'fees.closingMinor', ...money },
  { field: 'feeCollection', value: 'choice', choices: ['from-balance', 'owed'] },
  { field: 'limits.operationMinor', ...money },
  { field: 'limits.withdrawalsPerDayMinor', ...money },
  { field: 'limits.withdrawalsPerMonthMinor', ...money },
  { field: 'limits.operationsPerDayMinor', ...money },
  { field: 'limits.operationsPerMonthMinor', ...money },
  { field: 'overdraft', ...yesOrNo, kinds: ['current'] },
  { field: 'overdraft.limitMinor', value: 'money', kinds: ['current'], where: overdrawn },
  { field: 'overdraft.annualPercent', value: 'percent', kinds: ['current'], where: overdrawn },
  { field: 'dormancy', ...yesOrNo },
  { field: 'dormancy.inactiveAfterDays', value: 'count', where: ['dormancy', 'yes'] },
  { field: 'dormancy.dormantAfterDays', value: 'count', where: ['dormancy', 'yes'] },
  { field: 'controlAccount', value: 'ledger', type: 'liability', control: 'savings' },
  { field: 'fees.incomeAccount', value: 'ledger', type: 'income' },
  { field: 'interest.expenseAccount', value: 'ledger', type: 'expense', where: earns },
  { field: 'interest.payableAccount', value: 'ledger', type: 'liability', where: earns },
  { field: 'interest.taxAccount', value: 'ledger', type: 'liability', where: earns },
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

/** The terms that are one field of the form each; the rates by balance are a table of their own. */
export type FieldName = (typeof fields)[number]['field']
export type FieldOf = ProductField & { readonly field: FieldName }
export const productFields: readonly FieldOf[] = fields

/** The terms in groups, in the order in which one thinks about them. */
export const fieldGroups = [
  ['group-product', ['name', 'productId', 'validFrom', 'kycTier']],
  ['group-term', ['term.', 'installment.', 'earlyClosure.', 'atMaturity']],
  ['group-balance', ['minimumOpeningMinor', 'minimumBalanceMinor', 'alertBelowMinor', 'percentOfLoan']],
  ['group-interest', ['interest', 'interest.']],
  ['group-fees', ['fees.', 'feeCollection']],
  ['group-limits', ['limits.']],
  ['group-overdraft', ['overdraft', 'overdraft.']],
  ['group-dormancy', ['dormancy', 'dormancy.']],
  ['group-accounts', []],
] as const
export type FieldGroup = (typeof fieldGroups)[number][0]

/** Accounts of the ledger stand together at the end: whoever thinks about clients need not think about them. */
export const fieldsOfGroup = (group: FieldGroup): readonly FieldOf[] => {
  const starts: readonly string[] = fieldGroups.find(([name]) => name === group)?.[1] ?? []
  return productFields.filter(({ field, value }) =>
    group === 'group-accounts'
      ? value === 'ledger'
      : value !== 'ledger' && starts.some(start => (start.endsWith('.') ? field.startsWith(start) : field === start)),
  )
}
