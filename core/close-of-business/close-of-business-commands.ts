import { z } from 'zod'
import { businessDateSchema } from '../calendar/business-date.ts'
import { keyed } from '../decision/keyed.ts'

/**
 * What the close of a date does, in this order: orders are carried out and deposits dealt with that mature, while the money they move
 * still counts for the date; then every loan that is owed, and every account, is gone through by itself.
 */
export const closeSteps = ['instructions', 'maturities', 'loans', 'accounts'] as const
export type CloseStep = (typeof closeSteps)[number]

/** One piece of the close of business of a date; whoever asks for it, it is done once. */
export const runCloseOfBusinessSchema = z.strictObject({
  ...keyed,
  type: z.literal('close-of-business.run'),
  date: businessDateSchema,
  step: z.enum(closeSteps),
  /** Counted from 0 in the step and date. */
  chunk: z.int().min(0),
})
export type RunCloseOfBusiness = z.infer<typeof runCloseOfBusinessSchema>
