import { z } from 'zod'
import { keyed } from '../decision/keyed.ts'
import { recordRefSchema } from '../journal/record.ts'
import { noteSchema } from '../text-fields.ts'

export const decideApprovalSchema = z.strictObject({
  ...keyed,
  type: z.literal('approval.decide'),
  request: recordRefSchema,
  decision: z.enum(['approve', 'decline']),
  note: noteSchema.optional(),
})
export type DecideApproval = z.infer<typeof decideApprovalSchema>
