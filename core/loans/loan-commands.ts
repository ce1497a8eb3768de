import { z } from 'zod'
import { businessDateSchema } from '../calendar/business-date.ts'
import { weekdays } from '../calendar/working-days.ts'
import { keyed } from '../decision/keyed.ts'
import { recordRefSchema, uuidSchema } from '../journal/record.ts'
import { positiveAmountSchema } from '../money/amount.ts'
import { currencySchema } from '../money/currency.ts'
import { rateSchema } from '../money/rate.ts'
import { noteSchema } from '../text-fields.ts'
import { householdSchema } from './household.ts'
import { loanFrequencySchema } from './loan-agreement.ts'
import { rejectionReasons } from './loan-records.ts'

const onLoan = { ...keyed, loanId: uuidSchema }
const amount = { amountMinor: positiveAmountSchema, currency: currencySchema }

export const draftLoanSchema = z.strictObject({
  ...keyed,
  type: z.literal('loan.draft'),
  /** The draft that is worked on again; a new one when it is left out. */
  loanId: uuidSchema.optional(),
  clientId: uuidSchema,
  /** A group of the borrower that it is for. */
  groupId: uuidSchema.optional(),
  productId: z.string().max(60),
  principalMinor: positiveAmountSchema,
  /** What the product says when they are left out. */
  annualPercent: rateSchema.optional(),
  frequency: loanFrequencySchema.optional(),
  installments: z.int().min(1).max(600).optional(),
  plannedOn: businessDateSchema.optional(),
  firstDueOn: businessDateSchema.optional(),
  /** When the borrower's centre meets, where installments are due on its day. */
  meetsOn: z.enum(weekdays).optional(),
  household: householdSchema.optional(),
  note: noteSchema.optional(),
})
export type DraftLoan = z.infer<typeof draftLoanSchema>

/** Why it is lent all the same where it is more than the household can bear. */
const beyondMeans = { beyondMeans: noteSchema.optional() }

export const submitLoanSchema = z.strictObject({ ...onLoan, ...beyondMeans, type: z.literal('loan.submit') })
export type SubmitLoan = z.infer<typeof submitLoanSchema>

export const approveLoanSchema = z.strictObject({
  ...onLoan,
  ...beyondMeans,
  type: z.literal('loan.approve'),
  /** What has to be so before money leaves. */
  condition: noteSchema.optional(),
  note: noteSchema.optional(),
})
export type ApproveLoan = z.infer<typeof approveLoanSchema>

/** What an approval was given under is so now. */
export const meetLoanConditionSchema = z.strictObject({
  ...onLoan,
  type: z.literal('loan.meet-condition'),
  approval: recordRefSchema,
  note: noteSchema.optional(),
})
export type MeetLoanCondition = z.infer<typeof meetLoanConditionSchema>

export const rejectLoanSchema = z.strictObject({
  ...onLoan,
  type: z.literal('loan.reject'),
  reason: z.enum(rejectionReasons),
  note: noteSchema.optional(),
})
export type RejectLoan = z.infer<typeof rejectLoanSchema>

/** The client does not want it any more. */
export const withdrawLoanSchema = z.strictObject({
  ...onLoan,
  type: z.literal('loan.withdraw'),
  note: noteSchema.optional(),
})
export type WithdrawLoan = z.infer<typeof withdrawLoanSchema>

/** The institution takes it back before anything is paid out. */
export const cancelLoanSchema = z.strictObject({
  ...onLoan,
  type: z.literal('loan.cancel'),
  note: noteSchema.optional(),
})
export type CancelLoan = z.infer<typeof cancelLoanSchema>

/** In cash through the person's own drawer, or through an account of the client that is kept here. */
const throughSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('drawer') }),
  z.strictObject({ kind: z.literal('savings'), accountId: uuidSchema }),
])
export type Through = z.infer<typeof throughSchema>

/** In the same way, or out of what is held for the loan: a guarantor's money, or the borrower's own. */
const repaidFromSchema = z.discriminatedUnion('kind', [
  ...throughSchema.options,
  z.strictObject({ kind: z.literal('held'), holdId: uuidSchema }),
])

export const disburseLoanSchema = z.strictObject({
  ...onLoan,
  ...amount,
  type: z.literal('loan.disburse'),
  to: throughSchema,
})
export type DisburseLoan = z.infer<typeof disburseLoanSchema>

export const repayLoanSchema = z.strictObject({
  ...onLoan,
  ...amount,
  type: z.literal('loan.repay'),
  from: repaidFromSchema,
  /** A guarantor pays it, in cash or out of an account of theirs. */
  guaranteeId: uuidSchema.optional(),
  /** From when it counts: today when it is left out. */
  valueDate: businessDateSchema.optional(),
  /** Of an account that is everybody's together. */
  signedBy: z.array(uuidSchema).max(10, { error: 'too-many' }).optional(),
})
export type RepayLoan = z.infer<typeof repayLoanSchema>

export const chargeLoanSchema = z.strictObject({
  ...onLoan,
  ...amount,
  type: z.literal('loan.charge'),
  kind: z.enum(['fee', 'penalty']),
  /** Today when it is left out. */
  dueOn: businessDateSchema.optional(),
  note: noteSchema.optional(),
})
export type ChargeLoan = z.infer<typeof chargeLoanSchema>

export const waiveOnLoanSchema = z.strictObject({
  ...onLoan,
  type: z.literal('loan.waive'),
  what: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('charge'), event: uuidSchema }),
    /** Of the installment that is due on a day, or of all of them, the oldest first. */
    z.strictObject({
      kind: z.literal('interest'),
      amountMinor: positiveAmountSchema,
      dueOn: businessDateSchema.optional(),
    }),
    /** In the same way, whatever they were charged for. */
    z.strictObject({
      kind: z.literal('penalties'),
      amountMinor: positiveAmountSchema,
      dueOn: businessDateSchema.optional(),
    }),
  ]),
  note: noteSchema.optional(),
})
export type WaiveOnLoan = z.infer<typeof waiveOnLoanSchema>

export const refundLoanSchema = z.strictObject({
  ...onLoan,
  ...amount,
  type: z.literal('loan.refund'),
  to: throughSchema,
})
export type RefundLoan = z.infer<typeof refundLoanSchema>

export const writeOffLoanSchema = z.strictObject({
  ...onLoan,
  type: z.literal('loan.write-off'),
  note: noteSchema.optional(),
})
export type WriteOffLoan = z.infer<typeof writeOffLoanSchema>

export const rescheduleLoanSchema = z.strictObject({
  ...onLoan,
  type: z.literal('loan.reschedule'),
  from: businessDateSchema,
  to: businessDateSchema,
  note: noteSchema.optional(),
})
export type RescheduleLoan = z.infer<typeof rescheduleLoanSchema>

/** The new loan pays the old one off, and the client gets the rest. */
export const refinanceLoanSchema = z.strictObject({
  ...onLoan,
  ...amount,
  type: z.literal('loan.refinance'),
  closes: uuidSchema,
  to: throughSchema,
})
export type RefinanceLoan = z.infer<typeof refinanceLoanSchema>
