import { z } from 'zod'
import { businessDateSchema } from '../calendar/business-date.ts'
import { dateBasisSchema } from '../journal/date-basis.ts'
import { leftOutSchema } from '../journal/left-out.ts'
import { uuidSchema } from '../journal/record.ts'
import { ledgerCodeSchema } from '../ledger/ledger-account.ts'
import { currencySchema } from '../money/currency.ts'

/** Which lines of the ledger: of one account, or of all, which is the journal; in the institution's currency unless another is named, within days by one of their two dates. */
export const ledgerRequestShape = {
  account: ledgerCodeSchema.optional(),
  currency: currencySchema.optional(),
  branchId: uuidSchema.optional(),
  basis: dateBasisSchema,
  from: businessDateSchema.optional(),
  to: businessDateSchema.optional(),
  /** Only what moved cash: what a line of the cash flow statement is made of. */
  through: z.literal('cash').optional(),
  /** Without what closings of years carried, as a line of the income statement, or other lines by their year. */
  without: leftOutSchema.optional(),
}
export const ledgerRequestSchema = z.strictObject(ledgerRequestShape)
export type LedgerRequest = z.infer<typeof ledgerRequestSchema>
