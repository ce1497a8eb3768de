import { z } from 'zod'
import { businessDateSchema } from '../calendar/business-date.ts'

/** Where a line stands among its account's: by booking date, then in the order of the journal. */
export const linePlaceSchema = z.strictObject({
  bookingDate: businessDateSchema,
  position: z.int().positive(),
  entryNo: z.int().nonnegative(),
  lineNo: z.int().nonnegative(),
})
export type LinePlace = z.infer<typeof linePlaceSchema>
