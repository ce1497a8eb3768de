import { creditLineFields } from './credit-line-fields.ts'
import { depositFields } from './deposit-fields.ts'
import { loanFields } from './loan-fields.ts'
import type { ListName } from './term-lists.ts'
import type { ProductField } from './term-shape.ts'

const fields = [
  { field: 'name', value: 'words' },
  { field: 'productId', value: 'id' },
  { field: 'validFrom', value: 'date' },
  { field: 'kycTier', value: 'choice', choices: ['1', '2', '3'] },
  ...depositFields,
  ...loanFields,
  ...creditLineFields,
] as const satisfies readonly ProductField[]

/** The terms that are one field of the form each. */
export type FieldName = (typeof fields)[number]['field']
export type FieldOf = ProductField & { readonly field: FieldName }
export const productFields: readonly FieldOf[] = fields

/** The terms in groups, in the order in which one thinks about them; then the lists that stand under them. */
export const fieldGroups = [
  ['group-product', ['name', 'productId', 'validFrom', 'kycTier'], []],
  ['group-loan-money', ['principal.', 'annualPercent.'], []],
  ['group-loan-days', ['dueDates.'], ['frequencies']],
  ['group-loan-schedule', ['schedule.'], []],
  ['group-loan-charges', [], ['charges']],
  ['group-loan-repayment', ['repayment.allocation.', 'repayment.recalculation', 'repayment.recalculation.'], []],
  ['group-loan-late', ['repayment.prepayment.', 'repayment.late.'], []],
  ['group-loan-conditions', ['conditions.'], ['conditions.approvalLevels', 'conditions.cycleLimits']],
  ['group-loan-accounting', ['accounting.'], ['accounting.provisioning']],
  ['group-credit-line', ['limitMinor', 'annualPercent', 'cashAdvanceAnnualPercent', 'graceDays'], []],
  ['group-line-payment', ['minimumPaymentPercent', 'minimumPaymentMinor', 'lateFeeMinor', 'overlimitFeeMinor'], []],
  ['group-term', ['term.', 'installment.', 'earlyClosure.', 'atMaturity'], []],
  ['group-balance', ['minimumOpeningMinor', 'minimumBalanceMinor', 'alertBelowMinor', 'percentOfLoan'], []],
  ['group-interest', ['interest', 'interest.'], []],
  ['group-fees', ['fees.', 'feeCollection'], []],
  ['group-limits', ['limits.'], []],
  ['group-overdraft', ['overdraft', 'overdraft.'], []],
  ['group-dormancy', ['dormancy', 'dormancy.'], []],
  ['group-accounts', [], []],
] as const satisfies readonly (readonly [string, readonly string[], readonly ListName[]])[]
export type FieldGroup = (typeof fieldGroups)[number][0]

const startsWithAny = (field: string, starts: readonly string[]): boolean =>
  starts.some(start => (start.endsWith('.') ? field.startsWith(start) : field === start))

/** Accounts of the ledger stand together at the end: whoever thinks about clients need not think about them. */
export const fieldsOfGroup = (group: FieldGroup): readonly FieldOf[] => {
  const starts: readonly string[] = fieldGroups.find(([name]) => name === group)?.[1] ?? []
  return productFields.filter(({ field, value }) =>
    group === 'group-accounts' ? value === 'ledger' : value !== 'ledger' && startsWithAny(field, starts),
  )
}

/** Where a term of a product is told, by its path; what is no field of the form stands with the product itself. */
export function groupOfTerm(field: string): FieldGroup {
  if (productFields.some(one => one.field === field && one.value === 'ledger')) return 'group-accounts'
  const found = fieldGroups.find(
    ([, starts, lists]) => lists.some(list => field.startsWith(`${list}.`)) || startsWithAny(field, starts),
  )
  return found?.[0] ?? 'group-product'
}

export const listsOfGroup = (group: FieldGroup): readonly ListName[] =>
  fieldGroups.find(([name]) => name === group)?.[2] ?? []
