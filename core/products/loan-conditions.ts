import { z } from 'zod'
import { minorTextSchema } from '../money/amount.ts'
import { rateSchema } from '../money/rate.ts'

/** How many people have to approve a loan of this much; the last level has no upper end. */
const approvalLevelSchema = z.strictObject({ upToMinor: minorTextSchema.optional(), people: z.int().min(1).max(5) })

/** From this loan of a client on (the first is 1), so much and no more. */
const cycleLimitSchema = z.strictObject({ fromCycle: z.int().min(1).max(99), principalMaxMinor: minorTextSchema })

/** Who gets how much, on whose word and on what security. */
export const loanConditionsSchema = z.strictObject({
  approvalLevels: z.array(approvalLevelSchema).min(1).max(5),
  cycleLimits: z.array(cycleLimitSchema).max(12),
  /** All that a client may owe the institution, this loan included. */
  exposureMaxMinor: minorTextSchema.optional(),
  /** The same with all that the client guarantees for others. */
  exposureWithGuaranteesMaxMinor: minorTextSchema.optional(),
  /** An installment may take so much of what the household has left in its month. */
  affordabilityMaxPercent: rateSchema.optional(),
  guarantorsMin: z.int().min(0).max(20),
  /** The members of a group are liable for it together: nobody of them borrows while another is more days late than this. Left out, it is no group's. */
  groupLateDaysMax: z.int().min(0).max(365).optional(),
  /** Of the principal, saved and held until the loan is repaid. */
  compulsorySavingsPercent: rateSchema.optional(),
})
