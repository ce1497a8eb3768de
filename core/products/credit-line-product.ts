import { z } from 'zod'
import { ledgerCodeSchema } from '../ledger/ledger-account.ts'
import { minorTextSchema } from '../money/amount.ts'
import { rateSchema } from '../money/rate.ts'
import { commonProductFields } from './product-fields.ts'

/** A revolving line. Rates are percent a year; `minimumPaymentPercent` is of the statement's balance. */
export const creditLineProductSchema = z.strictObject({
  ...commonProductFields,
  kind: z.literal('credit-line'),
  limitMinor: minorTextSchema,
  annualPercent: rateSchema,
  cashAdvanceAnnualPercent: rateSchema,
  /** Days from a statement to its due date; nothing bears interest in them when the statement before was paid in full. */
  graceDays: z.int().min(0).max(90),
  minimumPaymentPercent: rateSchema,
  minimumPaymentMinor: minorTextSchema,
  lateFeeMinor: minorTextSchema.optional(),
  overlimitFeeMinor: minorTextSchema.optional(),
  incomeAccount: ledgerCodeSchema,
  receivableAccount: ledgerCodeSchema,
  feeIncomeAccount: ledgerCodeSchema,
})
export type CreditLineProduct = z.infer<typeof creditLineProductSchema>
