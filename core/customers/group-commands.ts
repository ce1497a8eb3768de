import { z } from 'zod'
import { weekdays } from '../calendar/working-days.ts'
import { keyed } from '../decision/keyed.ts'
import { uuidSchema } from '../journal/record.ts'
import { nameSchema } from '../text-fields.ts'

const groupFields = {
  name: nameSchema,
  /** When its centre meets. */
  meetsOn: z.enum(weekdays).optional(),
  members: z
    .array(uuidSchema)
    .min(2, { error: 'too-few' })
    .max(60, { error: 'too-many' })
    .refine(members => new Set(members).size === members.length, { error: 'said-before' }),
}

export const formGroupSchema = z.strictObject({ ...keyed, type: z.literal('group.form'), ...groupFields })
export type FormGroup = z.infer<typeof formGroupSchema>

/** How the group is from now on. */
export const changeGroupSchema = z.strictObject({
  ...keyed,
  type: z.literal('group.change'),
  groupId: uuidSchema,
  ...groupFields,
})
export type ChangeGroup = z.infer<typeof changeGroupSchema>
