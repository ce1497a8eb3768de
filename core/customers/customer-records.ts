import { z } from 'zod'
import { uuidSchema } from '../journal/record.ts'

export const clientRegistered = z.strictObject({
  clientId: uuidSchema,
  number: z.string(),
  notADuplicateOf: z.array(uuidSchema).optional(),
})
export const clientUpdated = z.strictObject({ clientId: uuidSchema })
