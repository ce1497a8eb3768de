import { uuidSchema } from '../journal/record.ts'

/** The idempotency key is minted when the form opens: a double click, a retry and a lost answer are the same command. */
export const keyed = { key: uuidSchema }
