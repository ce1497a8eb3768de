import { z } from 'zod'
import { sha256, utf8 } from '../crypto/hash.ts'
import { sha256HexSchema, uuidSchema } from '../journal/record.ts'
import { auditKinds } from './audit-kind.ts'

export const auditKindSchema = z.enum(auditKinds)

/** A stable word of the program, such as the type of a command, a query or a refusal. */
export const wordSchema = z
  .string()
  .regex(/^[a-z]+(?:[.-][a-z0-9]+)*$/)
  .max(60)

/** `client/<id>`, `account/<id>`, `record/<log>/<seq>`, `staff/<id>`, ... */
export type SubjectText = `${string}/${string}`

const subjectShape = /^[a-z]+\/[0-9a-z-]+(?:\/\d+)?$/

const subjectTextSchema = z.custom<SubjectText>(
  given => typeof given === 'string' && given.length <= 80 && subjectShape.test(given),
)

/**
 * Something that was done, tried or seen at an installation and is no operation of the books. It names people and subjects by their ids
 * and says nothing else of them. `n` counts the events of a log from 1.
 */
export const auditEventSchema = z.strictObject({
  n: z.int().positive(),
  at: z.iso.datetime({ precision: 3 }),
  /** Absent where nobody of the staff is meant, as by a sign-in code that is nobody's. */
  staff: uuidSchema.optional(),
  kind: wordSchema,
  /** The command, query, document or export that it is about. */
  what: wordSchema.optional(),
  refusal: wordSchema.optional(),
  subject: subjectTextSchema.optional(),
  times: z.int().positive(),
})
export type AuditEvent = z.infer<typeof auditEventSchema>

/** A batch of events in the journal: from then on they are signed, sent and kept as every record is. */
export const auditSealed = z
  .strictObject({
    first: z.int().positive(),
    last: z.int().positive(),
    /** The chain before the first of them and after the last. */
    previous: sha256HexSchema,
    head: sha256HexSchema,
    events: z.array(auditEventSchema).min(1),
  })
  .refine(({ first, last }) => first <= last)
export type AuditSealed = z.infer<typeof auditSealed>

const chainTag = utf8('nexum-audit-1\0')

/** What stands before the first event of a log. */
export const auditGenesis = new Uint8Array(32)

/** hash(n) = SHA-256(tag || hash(n-1) || event): it fixes the event and all that came before it in its log. */
export const auditHash = (previous: Uint8Array, event: AuditEvent): Uint8Array =>
  sha256(chainTag, previous, utf8(eventText(event)))

/** Always the same text for the same event, whatever order its parts were read in. */
const eventText = ({ n, at, staff, kind, what, refusal, subject, times }: AuditEvent): string =>
  JSON.stringify([n, at, staff ?? null, kind, what ?? null, refusal ?? null, subject ?? null, times])
