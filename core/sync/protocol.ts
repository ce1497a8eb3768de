import { z } from 'zod'
import { publicKeyTextSchema, signatureTextSchema } from '../enrolment/key-text.ts'
import { logIdSchema, sha256HexSchema, uuidSchema } from '../journal/record.ts'

/** The version of the wire. It grows only by optional fields; anything else is a new number, and the server speaks both. */
export const protocolVersion = 1
const version = z.literal(protocolVersion)

export const streamNameSchema = z.string().regex(/^[a-z]+(?:\/[0-9a-z-]{1,40})?$/)
export const tenantNameSchema = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/)

/** The server's word, signed, that it holds a log through `seq`; the hash fixes all that came before. */
export const receiptSchema = z.object({
  log: logIdSchema,
  seq: z.int().positive(),
  hash: sha256HexSchema,
  cursor: z.int().positive(),
  serverTime: z.iso.datetime({ precision: 3 }),
  signature: signatureTextSchema,
})
export type Receipt = z.infer<typeof receiptSchema>

/** How far a stream goes, signed: the running hash fixes every record in it and their order. */
export const streamHeadSchema = z.object({
  stream: streamNameSchema,
  n: z.int().nonnegative(),
  runningHash: sha256HexSchema,
  signature: signatureTextSchema,
})
export type StreamHead = z.infer<typeof streamHeadSchema>

export const logHeadSchema = z.object({
  receipt: receiptSchema.nullable(),
  frozen: uuidSchema.optional(),
  /** Head office has taken this device out: its log takes and is given nothing more. */
  revoked: z.literal(true).optional(),
})
export type LogHead = z.infer<typeof logHeadSchema>

/** `GET /v1/logs/:log/head?seq=n`: the hash that the server holds at a place, to find where two histories part. */
export const hashAtSchema = z.object({ seq: z.int().positive(), hash: sha256HexSchema })
export type HashAt = z.infer<typeof hashAtSchema>

/** A device that has proved its invitation and waits for head office to admit it. */
export const pendingEnrolmentSchema = z.object({
  log: logIdSchema,
  publicKey: publicKeyTextSchema,
  inviteId: uuidSchema,
  proof: signatureTextSchema,
})
export type PendingEnrolment = z.infer<typeof pendingEnrolmentSchema>

/** A log that the server found to have two histories, and since when it is stopped. */
export const forkedLogSchema = z.object({
  log: logIdSchema,
  evidence: uuidSchema,
  foundAt: z.iso.datetime({ precision: 3 }),
})
export type ForkedLog = z.infer<typeof forkedLogSchema>

/** `GET /v1/streams`: all that is new for this device, in one answer. */
export const overviewSchema = z.object({
  v: version,
  serverTime: z.iso.datetime({ precision: 3 }),
  log: logHeadSchema,
  streams: z.array(streamHeadSchema),
  pending: z.array(pendingEnrolmentSchema),
  /** For head office: logs with two histories, which are stopped. */
  forked: z.array(forkedLogSchema).optional(),
})
export type Overview = z.infer<typeof overviewSchema>

export const enrolRequestSchema = z.strictObject({
  v: version,
  codeKey: publicKeyTextSchema,
  publicKey: publicKeyTextSchema,
  proof: signatureTextSchema,
  /** Only the founding device sends it: its word that this is the institution's server. */
  certificate: signatureTextSchema.optional(),
})
export type EnrolRequest = z.infer<typeof enrolRequestSchema>

export const enrolAnswerSchema = z.object({
  v: version,
  log: logIdSchema,
  headOfficeKey: publicKeyTextSchema,
  certificate: signatureTextSchema,
  streams: z.array(streamNameSchema),
})
export type EnrolAnswer = z.infer<typeof enrolAnswerSchema>

export const healthAnswerSchema = z.object({ v: version, status: z.literal('ok'), publicKey: publicKeyTextSchema })

export const pushAnswerSchema = z.object({ v: version, receipt: receiptSchema.nullable() })
export type PushAnswer = z.infer<typeof pushAnswerSchema>

const no = <T extends string, S extends z.ZodRawShape>(type: T, fields: S) =>
  z.object({ type: z.literal(type), ...fields })
const taken = { receipt: receiptSchema.nullable() }

/** Every no of the server. `receipt` in the answer to a push acknowledges the part that was taken before it stopped. */
export const wireRefusalSchema = z.discriminatedUnion('type', [
  no('request-malformed', { where: z.string() }),
  no('not-authenticated', {}),
  no('counter-used', { next: z.int().positive() }),
  no('not-permitted', {}),
  no('not-found', {}),
  no('enrolment-refused', { reason: z.enum(['unknown', 'used', 'expired']) }),
  no('gap', { sendFrom: z.int().positive() }),
  no('history-differs', { at: z.int().positive() }),
  no('record-refused', { seq: z.int().positive(), because: z.string(), ...taken }),
  no('log-forked', { seq: z.int().positive(), evidence: uuidSchema, ...taken }),
  no('log-frozen', { evidence: uuidSchema }),
  no('device-revoked', {}),
  no('stream-differs', {}),
  no('offset-differs', { have: z.int().nonnegative() }),
  no('content-differs', {}),
  no('body-too-large', {}),
  no('too-many-requests', { retryAfterSeconds: z.int().nonnegative() }),
  no('server-failed', {}),
])
export type WireRefusal = z.infer<typeof wireRefusalSchema>
