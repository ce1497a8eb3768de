import { z } from 'zod'
import { loanAccountingSchema } from './loan-accounting.ts'
import { loanChargeSchema } from './loan-charge.ts'
import { loanConditionsSchema } from './loan-conditions.ts'
import { offeredFrequenciesSchema, percentRangeSchema, principalRangeSchema } from './loan-ranges.ts'
import { loanRepaymentSchema } from './loan-repayment.ts'
import { loanDueDatesSchema, loanScheduleSchema } from './loan-schedule-terms.ts'
import { commonProductFields } from './product-fields.ts'

/** A loan with a schedule. Rules between fields are in `loan-faults.ts`. */
export const loanProductSchema = z.strictObject({
  ...commonProductFields,
  kind: z.literal('loan'),
  principal: principalRangeSchema,
  annualPercent: percentRangeSchema,
  frequencies: offeredFrequenciesSchema,
  schedule: loanScheduleSchema,
  dueDates: loanDueDatesSchema,
  charges: z.array(loanChargeSchema).max(20),
  repayment: loanRepaymentSchema,
  accounting: loanAccountingSchema,
  conditions: loanConditionsSchema,
})
export type LoanProduct = z.infer<typeof loanProductSchema>
