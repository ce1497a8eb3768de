import { z } from 'zod'
import { ledgerCodeSchema } from '../ledger/ledger-account.ts'
import { minorTextSchema } from '../money/amount.ts'
import { rateSchema } from '../money/rate.ts'
import { commonProductFields, productTermSchema } from './product-fields.ts'

/** A loan with a schedule. Rates are percent a year; the penalty of a prepayment is percent of what is prepaid. */
export const loanProductSchema = z.strictObject({
  ...commonProductFields,
  kind: z.literal('loan'),
  annualPercent: rateSchema,
  principalMinMinor: minorTextSchema,
  principalMaxMinor: minorTextSchema,
  term: productTermSchema,
  /** Days after a due date before a late fee is charged. */
  graceDays: z.int().min(0).max(90),
  lateFeeMinor: minorTextSchema.optional(),
  prepayment: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('refused') }),
    z.strictObject({ type: z.literal('allowed'), penaltyPercent: rateSchema.optional() }),
  ]),
  incomeAccount: ledgerCodeSchema,
  receivableAccount: ledgerCodeSchema,
  feeIncomeAccount: ledgerCodeSchema,
})
export type LoanProduct = z.infer<typeof loanProductSchema>
