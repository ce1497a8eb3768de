import { z } from 'zod'
import { businessDateSchema } from '../calendar/business-date.ts'
import { attachmentsSchema } from '../decision/attachments.ts'
import { keyed } from '../decision/keyed.ts'
import { uuidSchema } from '../journal/record.ts'
import { ledgerCodeSchema } from '../ledger/ledger-account.ts'
import { positiveAmountSchema } from '../money/amount.ts'
import { currencySchema } from '../money/currency.ts'
import { noteSchema, paperReferenceSchema } from '../text-fields.ts'
import { journalPurposes } from './purposes.ts'

/** A line as an accountant writes it: one side of one account. */
export const journalLineSchema = z.strictObject({
  account: ledgerCodeSchema,
  side: z.enum(['debit', 'credit']),
  amountMinor: positiveAmountSchema,
  currency: currencySchema,
})
export type JournalLine = z.infer<typeof journalLineSchema>

/** Enough for a payroll; a record may not have more than 200. */
export const linesMax = 100

export const postJournalSchema = z.strictObject({
  ...keyed,
  type: z.literal('journal.post'),
  /** The branch whose books it moves; the installation's own when left out. */
  branchId: uuidSchema.optional(),
  /** The template that it was written from, if any. */
  templateId: uuidSchema.optional(),
  purpose: z.enum(journalPurposes),
  reference: paperReferenceSchema.optional(),
  /** The day it counts from; the open business day when left out. */
  valueDate: businessDateSchema.optional(),
  lines: z.array(journalLineSchema).min(2, { error: 'too-few' }).max(linesMax, { error: 'too-many' }),
  note: noteSchema.optional(),
  attachments: attachmentsSchema.optional(),
})
export type PostJournal = z.infer<typeof postJournalSchema>
