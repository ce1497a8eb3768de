import { z } from 'zod'
import { businessDateSchema } from '../calendar/business-date.ts'
import { currencySchema } from '../money/currency.ts'
import { entryWord } from './entry-description.ts'

/** 26 characters of base32: the start of SHA-256 over the log's public key. One key, one log, one life of one installation. */
export const logIdSchema = z.string().regex(/^[a-z2-7]{26}$/)
export const uuidSchema = z.uuid()
export const sha256HexSchema = z.string().regex(/^[0-9a-f]{64}$/)

const signedMinorText = z
  .string()
  .regex(/^-?[1-9]\d{0,17}$/)
  .transform(text => BigInt(text))

/** One debit (positive) or credit (negative) of a ledger account, with the client account, drawer or vault it belongs to. */
export const lineSchema = z.strictObject({
  account: z.string().regex(/^\d{4,10}$/),
  subAccount: uuidSchema.optional(),
  amountMinor: signedMinorText,
  currency: currencySchema,
})

/**
 * A balanced set of lines: the sum per currency is zero, or the entry does not exist. What an older program called in prose is read by
 * its word. Any other text is let through: a later program has words that this one has not.
 */
export const entrySchema = z.strictObject({
  description: z.string().min(1).max(120).transform(entryWord),
  lines: z.array(lineSchema).min(2),
})

export const recordClassSchema = z.enum(['fact', 'request', 'decision'])

/** Personal data beside the record: the SHA-256 of the encrypted blob, and whose key opens it. */
export const blobRefSchema = z.strictObject({
  name: z.string().regex(/^[a-z-]{1,30}$/),
  subject: uuidSchema,
  hash: sha256HexSchema,
})

export const recordRefSchema = z.strictObject({
  log: logIdSchema,
  seq: z.int().positive(),
})

/**
 * One operation as it is signed, stored and sent. Optional parts are absent from the bytes when empty.
 * `requestHash` is a keyed hash (only the log's own installation can make it), so it tells nobody what the request held.
 */
export const journalRecordSchema = z.strictObject({
  v: z.literal(1),
  log: logIdSchema,
  seq: z.int().positive(),
  key: uuidSchema,
  requestHash: z.string().regex(/^[\w-]{22}$/),
  type: z.string().regex(/^[a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*$/),
  typeVersion: z.int().positive(),
  class: recordClassSchema,
  actor: uuidSchema,
  cosigners: z
    .array(
      z.strictObject({
        staff: uuidSchema,
        signature: z.string().regex(/^[\w-]{86}$/),
      }),
    )
    .optional(),
  branch: uuidSchema,
  businessDate: businessDateSchema,
  valueDate: businessDateSchema,
  recordedAt: z.iso.datetime({ precision: 3 }),
  streams: z.array(z.string().regex(/^[a-z]+(?:\/[0-9a-z-]+)?$/)).min(1),
  custody: z.array(z.strictObject({ account: uuidSchema, epoch: z.int().positive() })).optional(),
  cause: z.array(recordRefSchema).optional(),
  pins: z.record(z.string(), z.string()).optional(),
  blobs: z.array(blobRefSchema).optional(),
  receipt: z.int().positive().optional(),
  entries: z.array(entrySchema),
  body: z.record(z.string(), z.json()),
})

export type JournalRecord = z.infer<typeof journalRecordSchema>
export type RecordClass = z.infer<typeof recordClassSchema>
export type RecordRef = z.infer<typeof recordRefSchema>
export type BlobRef = z.infer<typeof blobRefSchema>
export type Entry = z.infer<typeof entrySchema>
export type Line = z.infer<typeof lineSchema>
