import { z } from 'zod'
import { weekdays } from '../calendar/working-days.ts'
import { uuidSchema } from '../journal/record.ts'

const groupStands = {
  groupId: uuidSchema,
  name: z.string(),
  meetsOn: z.enum(weekdays).optional(),
  members: z.array(uuidSchema),
}

export const groupFormed = z.strictObject({ ...groupStands, number: z.string() })
export const groupChanged = z.strictObject(groupStands)
