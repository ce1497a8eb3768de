import { z } from 'zod'
import { amountMaxMinor } from '../money/amount.ts'
import { jsonText } from './json-text.ts'

/** An amount in a record's body: decimal text of minor units on the wire, bigint in code. */
export const bodyAmount = z
  .string()
  .regex(/^-?\d{1,18}$/)
  .transform(text => BigInt(text))
  .refine(amountMinor => amountMinor <= amountMaxMinor * 1000n)

/** The body as it stands in the bytes: every bigint as decimal text, undefined left out. */
export const wireBody = (body: unknown): Record<string, z.core.util.JSONType> => JSON.parse(jsonText(body))
