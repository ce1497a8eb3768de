import { z } from 'zod'
import { allocationOrderNames, futureRules } from '../loan-life/allocation-rules.ts'
import { advanceRules } from '../loan-life/loan-terms.ts'
import { components } from '../loan-life/portions.ts'
import { minorTextSchema } from '../money/amount.ts'
import { rateSchema } from '../money/rate.ts'

const orderSchema = z.array(z.enum(components)).length(components.length)
const futureSchema = z.enum(futureRules)

/** Which of what is owed a payment meets first: an order that lenders know by name, or the product's own table. Rules: L14, L15. */
const allocationSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('named'), order: z.enum(allocationOrderNames) }),
  z.strictObject({
    type: z.literal('own'),
    pastDue: orderSchema,
    due: orderSchema,
    inAdvance: orderSchema,
    dueChargesFirst: z.boolean(),
    direction: z.enum(['horizontal', 'vertical']),
    future: z.strictObject({
      default: futureSchema,
      'down-payment': futureSchema.optional(),
      'goodwill-credit': futureSchema.optional(),
      'merchant-issued-refund': futureSchema.optional(),
      'payout-refund': futureSchema.optional(),
    }),
  }),
])
export type LoanAllocation = z.infer<typeof allocationSchema>

/** Interest that follows what is really outstanding; left out, the schedule's interest stands. Rules: L20, L21. */
const recalculationSchema = z.strictObject({
  rest: z.enum(['daily', 'same-as-repayment']),
  advance: z.enum(advanceRules),
  compounding: z.enum(['interest', 'none']),
  lateInterest: z.enum(['every-period', 'periods-with-an-entry']),
  payoff: z.enum(['to-the-day', 'to-the-rest']),
})

/** Once for an installment that is still owed after the days of grace; a percentage is of what is overdue of it. */
const lateFeeSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('fixed'), amountMinor: minorTextSchema }),
  z.strictObject({ type: z.literal('percent'), percent: rateSchema }),
])

const lateSchema = z.strictObject({
  graceDays: z.int().min(0).max(90),
  fee: lateFeeSchema.optional(),
  /** Percent a year for each day since the due date, once the days of grace are over. */
  penaltyAnnualPercent: rateSchema.optional(),
  /** Of overdue principal; left out, of all that is overdue but for penalties. */
  penaltyOn: z.enum(['principal', 'installment']).optional(),
})
export type LoanLate = z.infer<typeof lateSchema>

/** Paying before the time: the penalty is percent of what is prepaid; before so many days of the loan it is refused. */
const prepaymentSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('refused') }),
  z.strictObject({
    type: z.literal('allowed'),
    penaltyPercent: rateSchema.optional(),
    afterDays: z.int().min(1).max(3_660).optional(),
  }),
])

export const loanRepaymentSchema = z.strictObject({
  allocation: allocationSchema,
  recalculation: recalculationSchema.optional(),
  late: lateSchema,
  prepayment: prepaymentSchema,
})
