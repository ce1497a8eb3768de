import { z } from 'zod'
import { businessDateSchema } from '../calendar/business-date.ts'
import { accrualSchema } from '../interest/accrual.ts'
import { bodyAmount } from '../journal/body.ts'
import { type JournalRecord, uuidSchema } from '../journal/record.ts'
import { loanFiguresSchema, loanHappened } from '../loans/loan-records.ts'
import { currencySchema } from '../money/currency.ts'

/** What the close of a date takes from an account besides interest. */
export const closeFeeKinds = ['monthly', 'missed-installment', 'owed'] as const
export type CloseFeeKind = (typeof closeFeeKinds)[number]

const postedInterest = z.strictObject({
  type: z.enum(['interest', 'overdraft-interest']),
  from: businessDateSchema,
  through: businessDateSchema,
  /** Unrounded, in minor units. */
  exact: z.string().max(100),
  amountMinor: bodyAmount,
  taxMinor: bodyAmount,
})

/** What the close of a date did to one account; what did not change is left out. Where it failed, nothing else is there. */
const closedAccount = z.strictObject({
  accountId: uuidSchema,
  epoch: z.int().positive(),
  /** The parts of the interest engine's state that are others than before; `through` where it is not the date. */
  accrual: accrualSchema.partial().optional(),
  /** What was booked of the interest accrued: the rounded total since the last posting less what it was. */
  interestMinor: bodyAmount.optional(),
  overdraftInterestMinor: bodyAmount.optional(),
  posted: z.array(postedInterest).optional(),
  fees: z.array(z.strictObject({ kind: z.enum(closeFeeKinds), amountMinor: bodyAmount })).optional(),
  feeMonths: z.int().min(0).optional(),
  /** Fees that were asked and not there to be taken, after this. */
  feesOwedMinor: bodyAmount.optional(),
  installmentsJudged: z.int().min(0).optional(),
  installmentsMissed: z.int().min(0).optional(),
  status: z.enum(['inactive', 'dormant']).optional(),
  /** Why the account could not be gone through; it is tried again with the next date. */
  failed: z.string().max(120).optional(),
})
export type ClosedAccount = z.infer<typeof closedAccount>

const triedInstruction = z.strictObject({
  instructionId: uuidSchema,
  accountId: uuidSchema,
  /** Another account, or a loan. */
  toAccountId: uuidSchema,
  amountMinor: bodyAmount,
  currency: currencySchema,
  dueOn: businessDateSchema,
  outcome: z.enum(['paid', 'nothing-due', 'tried-again', 'given-up']),
  /** What stood against it. */
  refusal: z.string().max(60).optional(),
  /** Of a repayment: how much of it was taken, and how the loan stands after it. */
  takenMinor: bodyAmount.optional(),
  happened: loanHappened.optional(),
  /** How many of its dates are done with, and when it is tried next. */
  done: z.int().min(0),
  nextOn: businessDateSchema.optional(),
})
export type TriedInstruction = z.infer<typeof triedInstruction>

const maturedDeposit = z.strictObject({
  accountId: uuidSchema,
  epoch: z.int().positive(),
  maturedOn: businessDateSchema,
  outcome: z.enum(['renewed', 'to-savings', 'waits']),
  /** Why it waits though the product would renew it or pay it out. */
  because: z.enum(['nothing-there', 'held', 'not-renewable', 'no-savings-account', 'not-counted']).optional(),
  renewal: z
    .strictObject({ productVersion: z.int().positive(), termFrom: businessDateSchema, maturesOn: businessDateSchema })
    .optional(),
  toAccountId: uuidSchema.optional(),
  amountMinor: bodyAmount.optional(),
  /** What was taken first of fees. */
  feesMinor: bodyAmount.optional(),
  /** When it is looked at again. */
  nextOn: businessDateSchema.optional(),
})
export type MaturedDeposit = z.infer<typeof maturedDeposit>

/** How a loan stands after the close of a date that did more than count its interest. What did not change is left out. */
const closedLoan = z.strictObject({
  loanId: uuidSchema,
  epoch: z.int().positive(),
  /** Of what it has come to in the books. */
  booked: loanFiguresSchema.partial().optional(),
  daysPastDue: z.int().positive().optional(),
  /** Since when, from now on; null once it is cured. */
  defaultedOn: businessDateSchema.nullable().optional(),
  nonAccrualOn: businessDateSchema.nullable().optional(),
  /** Why it could not be gone through; it is tried again with the next date. */
  failed: z.string().max(120).optional(),
})
export type ClosedLoan = z.infer<typeof closedLoan>

const part = { date: businessDateSchema, chunk: z.int().min(0) }

/** Of `close-of-business.ran`. Amounts and states are what was decided then: nothing is counted anew when it is read. */
export const closeRan = z.discriminatedUnion('step', [
  z.strictObject({ ...part, step: z.literal('instructions'), instruction: triedInstruction }),
  z.strictObject({ ...part, step: z.literal('maturities'), maturity: maturedDeposit }),
  z.strictObject({
    ...part,
    step: z.literal('loans'),
    /** All but those of which nothing but a day's interest was counted: of these, the entries say it. */
    loans: z.array(closedLoan),
    /** The epochs of custody under which the loans are held that only the entries name; 1 where nothing is said. */
    epochs: z.record(uuidSchema, z.int().positive()).optional(),
    looked: z.int().min(0),
    upTo: uuidSchema,
  }),
  z.strictObject({
    ...part,
    step: z.literal('accounts'),
    accounts: z.array(closedAccount),
    /** How many were looked at, and the last of them; whether the date is done with it. */
    looked: z.int().min(0),
    upTo: uuidSchema.optional(),
    isLast: z.boolean(),
  }),
])
export type CloseRan = z.infer<typeof closeRan>

/** What an order took for a loan, as a repayment says it; null of any other record. */
export function takenByOrder({ type, body }: Pick<JournalRecord, 'type' | 'body'>) {
  const ran = type === 'close-of-business.ran' ? closeRan.safeParse(body).data : null
  if (ran?.step !== 'instructions') return null
  const { accountId, currency, takenMinor, happened } = ran.instruction
  if (!happened || takenMinor === undefined) return null
  return { loanId: happened.loanId, accountId, amountMinor: takenMinor, currency, date: ran.date }
}
