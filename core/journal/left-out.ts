import { z } from 'zod'

/**
 * What a report leaves out, where the closing of years is concerned; the fiscal year is that of its last day. `closings`: all closings, with
 * what undid them. `year-closing`: those of this year's days only, so that the books stand as before it. `other-years`: all but what counts
 * to this year's result, and `this-year`: just that. The last two are together all there is.
 */
export const leftOutSchema = z.enum(['closings', 'year-closing', 'other-years', 'this-year'])
export type LeftOut = z.infer<typeof leftOutSchema>
