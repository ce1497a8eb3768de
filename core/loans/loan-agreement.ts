import { z } from 'zod'
import { businessDateSchema } from '../calendar/business-date.ts'
import { minorTextSchema } from '../money/amount.ts'
import { rateSchema } from '../money/rate.ts'
import { periodUnits } from '../schedule/schedule-terms.ts'

export const loanFrequencySchema = z.strictObject({ every: z.int().min(1).max(60), unit: z.enum(periodUnits) })

/** What is agreed with one borrower; all else stands in the version of the product. */
export const loanAgreementSchema = z.strictObject({
  principalMinor: minorTextSchema,
  annualPercent: rateSchema,
  frequency: loanFrequencySchema,
  installments: z.int().min(1).max(600),
  /** When the money is to be paid out; from the disbursement on its own day counts. */
  plannedOn: businessDateSchema,
  /** A period after the disbursement when it is left out. */
  firstDueOn: businessDateSchema.optional(),
})
export type LoanAgreement = z.infer<typeof loanAgreementSchema>
