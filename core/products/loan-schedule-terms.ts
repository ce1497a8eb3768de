import { z } from 'zod'
import { minorTextSchema } from '../money/amount.ts'
import { rateSchema } from '../money/rate.ts'
import { roundingModes } from '../money/rounding.ts'
import { amortizations, interestMethods, scheduleAlgorithms, yearLengths } from '../schedule/schedule-terms.ts'

const graceSchema = z.int().min(0).max(120)

/** How installments are counted; what each term means stands with the schedule's own. Rules: L1 to L8. */
export const loanScheduleSchema = z.strictObject({
  algorithm: z.enum(scheduleAlgorithms),
  interestMethod: z.enum(interestMethods),
  amortization: z.enum(amortizations),
  /** Of the principal, left for the last installment. */
  balloonPercent: rateSchema.optional(),
  share: z.strictObject({
    by: z.enum(['days', 'periods']),
    daysInMonth: z.literal(['actual', 30]),
    daysInYear: z.literal(yearLengths),
    countsPartialPeriods: z.boolean(),
  }),
  grace: z.strictObject({
    principal: graceSchema,
    interestPayment: graceSchema,
    interestFree: graceSchema,
    interestFreeDays: z.int().min(0).max(366).optional(),
  }),
  rounding: z.strictObject({
    mode: z.enum(roundingModes),
    unitMinor: minorTextSchema,
    installmentMultipleMinor: minorTextSchema,
    installmentMode: z.enum(roundingModes),
  }),
  /** Of each tranche, due the day it is paid out. */
  downPaymentPercent: rateSchema.optional(),
  /** In how many parts at most the principal is paid out. */
  tranchesMax: z.int().min(1).max(24),
})

/**
 * What becomes of a due date on which nobody works: it stays; it moves to the working day after it, after it unless that is another
 * month, or before it; or the installment is due when the next one would have been, and all after it one period later.
 */
export const restDayRules = ['leave', 'following', 'modified-following', 'preceding', 'next-repayment'] as const
export type RestDayRule = (typeof restDayRules)[number]

const daysSchema = z.int().min(0).max(1_830)

export const loanDueDatesSchema = z.strictObject({
  restDays: z.enum(restDayRules),
  /** The first installment is due on a day on which the client's centre meets, and so are all after it. */
  onCentreDay: z.boolean(),
  /** From the disbursement to the first due date. */
  firstAfterDays: z.strictObject({ min: daysSchema, max: daysSchema }),
  /** The day of the month on which every installment is due, with half-months also the other; one that a month has not is its last. */
  dayOfMonth: z.int().min(1).max(31).optional(),
  otherDayOfMonth: z.int().min(1).max(31).optional(),
})
