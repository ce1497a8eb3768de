import { z } from 'zod'
import { type BusinessDate, businessDateSchema } from '../calendar/business-date.ts'
import { weekdays } from '../calendar/working-days.ts'
import { minorTextSchema } from '../money/amount.ts'
import { rateSchema } from '../money/rate.ts'
import type { LoanOffer } from '../products/loan-offer.ts'
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
  /** The usual one where it is left out. */
  firstDueOn: businessDateSchema.optional(),
  /** When the borrower's centre meets. */
  meetsOn: z.enum(weekdays).optional(),
})
export type LoanAgreement = z.infer<typeof loanAgreementSchema>

/** The same as the product is asked about it, for a day of disbursement. */
export const asOffer = (
  { principalMinor, annualPercent, frequency, installments, firstDueOn }: LoanAgreement,
  startsOn: BusinessDate,
): LoanOffer => ({
  principalMinor,
  annualPercent,
  frequency,
  installments,
  startsOn,
  ...(firstDueOn ? { firstDueOn } : {}),
})
