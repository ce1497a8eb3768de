import { z } from 'zod'
import { businessDateSchema } from '../calendar/business-date.ts'
import { uuidSchema } from '../journal/record.ts'
import { minorTextSchema } from '../money/amount.ts'
import { currencySchema } from '../money/currency.ts'
import { journalPurposes } from './purposes.ts'
import { frequencies } from './recurrence.ts'

export const journalPosted = z.strictObject({
  purpose: z.enum(journalPurposes),
  reference: z.string().optional(),
  /** The template that it was written from. */
  templateId: uuidSchema.optional(),
  /** The due date of a recurring journal that it posts. */
  recurring: z.strictObject({ recurringId: uuidSchema, dueOn: businessDateSchema }).optional(),
})

const templateLine = z.strictObject({
  account: z.string(),
  side: z.enum(['debit', 'credit']),
  amountMinor: minorTextSchema.optional(),
  shareBp: z.int().optional(),
})

/** What a template is, as a record and the projection keep it. */
export const templateBody = z.strictObject({
  purpose: z.enum(journalPurposes),
  currency: currencySchema,
  lines: z.array(templateLine),
})

export const templateSaved = templateBody.extend({
  templateId: uuidSchema,
  version: z.int().positive(),
  name: z.string(),
})

export const templateRetired = z.strictObject({ templateId: uuidSchema })

export const recurringSaved = z.strictObject({
  recurringId: uuidSchema,
  templateId: uuidSchema,
  templateVersion: z.int().positive(),
  branchId: uuidSchema,
  totalMinor: minorTextSchema.optional(),
  frequency: z.enum(frequencies),
  startsOn: businessDateSchema,
  endsOn: businessDateSchema.optional(),
  times: z.int().optional(),
})

export const recurringStopped = z.strictObject({ recurringId: uuidSchema })
