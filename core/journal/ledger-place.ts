import { z } from 'zod'
import { businessDateSchema } from '../calendar/business-date.ts'

/** Where a line stands among those of its ledger account: by the day that is asked for (booking or value), then in the order of the journal. */
export const ledgerPlaceSchema = z.strictObject({
  date: businessDateSchema,
  position: z.int().positive(),
  entryNo: z.int().nonnegative(),
  lineNo: z.int().nonnegative(),
})
export type LedgerPlace = z.infer<typeof ledgerPlaceSchema>
