import { z } from 'zod'
import { journalPurposes } from './purposes.ts'

export const journalPosted = z.strictObject({
  purpose: z.enum(journalPurposes),
  reference: z.string().optional(),
})
