import { money, type ProductField } from './term-shape.ts'

const kinds = ['credit-line'] as const

/** The terms of a revolving line. */
export const creditLineFields = [
  { field: 'limitMinor', value: 'money', kinds },
  { field: 'annualPercent', value: 'percent', kinds },
  { field: 'cashAdvanceAnnualPercent', value: 'percent', kinds },
  { field: 'graceDays', value: 'count', kinds },
  { field: 'minimumPaymentPercent', value: 'percent', kinds },
  { field: 'minimumPaymentMinor', value: 'money', isZeroWhenEmpty: true, kinds },
  { field: 'lateFeeMinor', ...money, kinds },
  { field: 'overlimitFeeMinor', ...money, kinds },
  { field: 'controlAccount', value: 'ledger', type: 'asset', control: 'credit-line', kinds },
  { field: 'receivableAccount', value: 'ledger', type: 'asset', control: 'credit-line', kinds },
  { field: 'incomeAccount', value: 'ledger', type: 'income', kinds },
  { field: 'feeIncomeAccount', value: 'ledger', type: 'income', kinds },
] as const satisfies readonly ProductField[]
