import { z } from 'zod'
import { minorTextSchema } from '../money/amount.ts'
import { rateSchema } from '../money/rate.ts'
import { chargeBases } from '../schedule/schedule-charge.ts'
import { productIdSchema } from './product-fields.ts'

/** Paid before the money is handed out, kept back from it, due with each installment, or due so many days after the disbursement. */
const chargeTimeSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('disbursement-paid') }),
  z.strictObject({ type: z.literal('disbursement-deducted') }),
  z.strictObject({ type: z.literal('each-installment') }),
  z.strictObject({ type: z.literal('on-day'), daysAfter: z.int().min(1).max(3_660) }),
])

/** What a loan costs besides interest. Insurance is a fee that is told apart where costs are disclosed. */
export const loanChargeSchema = z.strictObject({
  chargeId: productIdSchema,
  name: z.string().trim().min(1).max(60),
  kind: z.enum(['fee', 'insurance']),
  amount: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('fixed'), amountMinor: minorTextSchema }),
    z.strictObject({
      type: z.literal('percent'),
      of: z.enum(chargeBases),
      percent: rateSchema,
      /** The least and the most that it comes to. */
      minMinor: minorTextSchema.optional(),
      maxMinor: minorTextSchema.optional(),
    }),
  ]),
  when: chargeTimeSchema,
})
export type LoanCharge = z.infer<typeof loanChargeSchema>
