import { z } from 'zod'
import { keyed } from '../decision/keyed.ts'
import { uuidSchema } from '../journal/record.ts'
import { newClientSchema } from './client-profile.ts'

export const registerClientSchema = z.strictObject({
  ...keyed,
  type: z.literal('client.register'),
  client: newClientSchema,
})
export type RegisterClient = z.infer<typeof registerClientSchema>

export const updateClientSchema = z.strictObject({
  ...keyed,
  type: z.literal('client.update'),
  clientId: uuidSchema,
  client: newClientSchema,
})
export type UpdateClient = z.infer<typeof updateClientSchema>
