import { z } from 'zod'
import { businessDateSchema } from '../calendar/business-date.ts'
import { keyed } from '../decision/keyed.ts'
import { uuidSchema } from '../journal/record.ts'
import { ledgerCodeSchema } from '../ledger/ledger-account.ts'
import { positiveAmountSchema } from '../money/amount.ts'
import { currencySchema } from '../money/currency.ts'
import { nameSchema } from '../text-fields.ts'
import { linesMax } from './journal-commands.ts'
import { wholeBp } from './journal-template.ts'
import { journalPurposes } from './purposes.ts'
import { frequencies } from './recurrence.ts'

const templateLineSchema = z
  .strictObject({
    account: ledgerCodeSchema,
    side: z.enum(['debit', 'credit']),
    amountMinor: positiveAmountSchema.optional(),
    shareBp: z.int().min(1).max(wholeBp).optional(),
  })
  .refine(({ amountMinor, shareBp }) => amountMinor === undefined || shareBp === undefined, {
    path: ['shareBp'],
    error: 'not-allowed',
  })

/** A new template, or with an id the next version of one. */
export const saveTemplateSchema = z.strictObject({
  ...keyed,
  type: z.literal('journal-template.save'),
  templateId: uuidSchema.optional(),
  name: nameSchema,
  purpose: z.enum(journalPurposes),
  currency: currencySchema,
  lines: z.array(templateLineSchema).min(2, { error: 'too-few' }).max(linesMax, { error: 'too-many' }),
})
export type SaveTemplate = z.infer<typeof saveTemplateSchema>

export const retireTemplateSchema = z.strictObject({
  ...keyed,
  type: z.literal('journal-template.retire'),
  templateId: uuidSchema,
})
export type RetireTemplate = z.infer<typeof retireTemplateSchema>

/** It ends on a day or after so many times, if at all; it keeps the template's version of today. */
export const saveRecurringSchema = z
  .strictObject({
    ...keyed,
    type: z.literal('recurring-journal.save'),
    templateId: uuidSchema,
    branchId: uuidSchema.optional(),
    totalMinor: positiveAmountSchema.optional(),
    frequency: z.enum(frequencies),
    startsOn: businessDateSchema,
    endsOn: businessDateSchema.optional(),
    times: z.int().min(1).max(1000).optional(),
  })
  .refine(({ startsOn, endsOn }) => endsOn === undefined || endsOn >= startsOn, {
    path: ['endsOn'],
    error: 'too-small',
  })
  .refine(({ endsOn, times }) => endsOn === undefined || times === undefined, { path: ['times'], error: 'not-allowed' })
export type SaveRecurring = z.infer<typeof saveRecurringSchema>

export const stopRecurringSchema = z.strictObject({
  ...keyed,
  type: z.literal('recurring-journal.stop'),
  recurringId: uuidSchema,
})
export type StopRecurring = z.infer<typeof stopRecurringSchema>

/** Posts one due date. `valueOn` says from which day it counts: the due date when left out, or the open business day. */
export const runRecurringSchema = z.strictObject({
  ...keyed,
  type: z.literal('recurring-journal.run'),
  recurringId: uuidSchema,
  dueOn: businessDateSchema,
  valueOn: z.enum(['due-date', 'today']).optional(),
})
export type RunRecurring = z.infer<typeof runRecurringSchema>
