import { z } from 'zod'
import { businessDateSchema } from '../calendar/business-date.ts'
import { bodyAmount } from '../journal/body.ts'
import { logIdSchema, recordRefSchema, uuidSchema } from '../journal/record.ts'
import { currencySchema } from '../money/currency.ts'
import { rateSchema } from '../money/rate.ts'
import { loanStates } from '../refusals/loan-refusal.ts'
import { chargeBases } from '../schedule/schedule-charge.ts'
import { loanAgreementSchema } from './loan-agreement.ts'
import { incomeBases, type LoanFigureName, loanFigureNames } from './loan-figures.ts'

export const loanDrafted = z.strictObject({
  loanId: uuidSchema,
  number: z.string(),
  clientId: uuidSchema,
  groupId: uuidSchema.optional(),
  productId: z.string(),
  productVersion: z.int(),
  currency: currencySchema,
  custodian: logIdSchema,
  cycle: z.int(),
  /** How its income is booked. */
  basis: z.enum(incomeBases),
  agreement: loanAgreementSchema,
})

/** Of what only moves an application on. */
export const loanNamed = z.strictObject({ loanId: uuidSchema })

/** `beyondMeans`: it is lent beyond what the household can bear; the reason is sealed. */
const means = { beyondMeans: z.literal(true).optional() }

export const loanSubmitted = z.strictObject({ loanId: uuidSchema, ...means })

/** Who approved it now, and how many people still have to; `isConditional`: under a condition, which is sealed. */
export const loanApproved = z.strictObject({
  loanId: uuidSchema,
  approvedBy: z.array(uuidSchema),
  missing: z.int().min(0),
  isConditional: z.literal(true).optional(),
  ...means,
})

export const loanConditionMet = z.strictObject({ loanId: uuidSchema, approval: recordRefSchema })

export const rejectionReasons = ['cannot-repay', 'security', 'history', 'purpose', 'papers', 'other'] as const
export type RejectionReason = (typeof rejectionReasons)[number]
export const loanRejected = z.strictObject({ loanId: uuidSchema, reason: z.enum(rejectionReasons) })

const chargeAmount = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('fixed'), amountMinor: bodyAmount }),
  z.strictObject({
    type: z.literal('percent'),
    of: z.enum(chargeBases),
    percent: rateSchema,
    minMinor: bodyAmount.optional(),
    maxMinor: bodyAmount.optional(),
  }),
])

const entryHead = { id: z.string(), enteredOn: businessDateSchema, effectiveOn: businessDateSchema }

/** An event of a loan's life as a record says it. */
export const loanEntrySchema = z.discriminatedUnion('type', [
  z.strictObject({
    ...entryHead,
    type: z.literal('paid-out'),
    amountMinor: bodyAmount,
    upfrontFeesMinor: bodyAmount.optional(),
    upfrontInsuranceMinor: bodyAmount.optional(),
  }),
  z.strictObject({
    ...entryHead,
    type: z.literal('charged'),
    kind: z.enum(['fee', 'penalty']),
    amount: chargeAmount,
    dueOn: businessDateSchema,
    isInsurance: z.literal(true).optional(),
  }),
  z.strictObject({
    ...entryHead,
    type: z.literal('repaid'),
    kind: z.enum(['repayment', 'down-payment', 'goodwill-credit', 'merchant-issued-refund', 'payout-refund']),
    amountMinor: bodyAmount,
  }),
  z.strictObject({ ...entryHead, type: z.literal('waived'), charge: z.string() }),
  z.strictObject({
    ...entryHead,
    type: z.literal('interest-waived'),
    amountMinor: bodyAmount,
    dueOn: businessDateSchema.nullable(),
  }),
  z.strictObject({
    ...entryHead,
    type: z.literal('penalties-waived'),
    amountMinor: bodyAmount,
    dueOn: businessDateSchema.nullable(),
  }),
  z.strictObject({ ...entryHead, type: z.literal('charged-off') }),
  z.strictObject({ ...entryHead, type: z.literal('written-off') }),
  z.strictObject({ ...entryHead, type: z.literal('refunded'), amountMinor: bodyAmount }),
  z.strictObject({
    ...entryHead,
    type: z.literal('rescheduled'),
    from: businessDateSchema,
    to: businessDateSchema,
    later: z.array(businessDateSchema).optional(),
  }),
  z.strictObject({ ...entryHead, type: z.literal('reversed'), event: z.string() }),
])

/** What is an insurer's was not told apart at first: a record that does not say it had none. */
const figure = (name: LoanFigureName) => (name === 'insurance' ? bodyAmount.default(0n) : bodyAmount)

export const loanFiguresSchema = z.strictObject(
  Object.fromEntries(loanFigureNames.map(name => [name, figure(name)])) as Record<LoanFigureName, typeof bodyAmount>,
)

const portionsSchema = z.strictObject({
  penalties: bodyAmount,
  fees: bodyAmount,
  interest: bodyAmount,
  principal: bodyAmount,
})

const dueSchema = z.strictObject({ dueOn: businessDateSchema, amountMinor: bodyAmount })

/** What happened to a loan, what it came to, and how the loan stands after it. */
export const loanHappened = z.strictObject({
  loanId: uuidSchema,
  entries: z.array(loanEntrySchema),
  /** What the first of them came to by itself that is no charge beside another. */
  portions: portionsSchema,
  overpaidMinor: bodyAmount,
  outstanding: portionsSchema,
  /** What is due next. */
  next: dueSchema.optional(),
  /** Where something is late: all that was due before the day, and what is due next from the day on. */
  late: z.strictObject({ amountMinor: bodyAmount, next: dueSchema.optional() }).optional(),
  /** What was written off and did not come in. */
  lostMinor: bodyAmount.optional(),
  booked: loanFiguresSchema,
  state: z.enum(loanStates),
})
export type LoanHappened = z.infer<typeof loanHappened>

/** Of what moved money: how much, and through which drawer or which of the client's accounts. */
const moneyFields = {
  amountMinor: bodyAmount,
  currency: currencySchema,
  drawerId: uuidSchema.optional(),
  accountId: uuidSchema.optional(),
  signedBy: z.array(uuidSchema).optional(),
}

/** Of the first money that is paid out, `dates`: from when it counts and when it falls due; `savingsHeld`: what is held until it is settled. */
export const loanDisbursed = z.strictObject({
  ...loanHappened.shape,
  ...moneyFields,
  dates: z.strictObject({ startsOn: businessDateSchema, dueDates: z.array(businessDateSchema) }).optional(),
  savingsHeld: z
    .array(z.strictObject({ holdId: uuidSchema, accountId: uuidSchema, amountMinor: bodyAmount }))
    .optional(),
})

export type LoanDisbursed = z.infer<typeof loanDisbursed>

/** What was decided about a loan, or given back of it: `amountMinor` is what it is of. */
export const loanChanged = z.strictObject({ ...loanHappened.shape, ...moneyFields })

/** Within the record of a reversal. */
export const loanUndone = z.strictObject({
  ...loanHappened.shape,
  drawerId: uuidSchema.optional(),
  accountId: uuidSchema.optional(),
})

/** Of any record that moved a loan's money. */
export const loanMoneyMoved = z.object({ loanId: uuidSchema, ...moneyFields })

/** `closed`: how the loan stands that was paid off with it. */
export const loanRefinanced = z.strictObject({ ...loanDisbursed.shape, closed: loanHappened })

/** `takenHold`: out of what was held for the loan, by this hold; `guaranteeId`: by whom stands for it. */
export const loanRepaid = z.strictObject({
  ...loanHappened.shape,
  ...moneyFields,
  takenHold: uuidSchema.optional(),
  guaranteeId: uuidSchema.optional(),
})
