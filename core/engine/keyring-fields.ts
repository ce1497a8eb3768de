import { z } from 'zod'
import { isPlausibleCost } from '../crypto/passphrase.ts'

export const base64urlSchema = z.string().regex(/^[\w-]{1,2000}$/)

export const costSchema = z.strictObject({ N: z.int(), r: z.int(), p: z.int() }).refine(isPlausibleCost)
