import { z } from 'zod'
import { base64url, fromBase64url, fromHex, hex } from '../crypto/hash.ts'
import { signatureTextSchema } from '../enrolment/key-text.ts'
import { sha256HexSchema } from '../journal/record.ts'
import { ok, type Result, refuse } from '../result.ts'
import { limits } from './limits.ts'
import { joinLines, readJson, splitLines } from './wire-lines.ts'

/** Consecutive records of one log. Their sequence numbers and hashes follow from `from` and `previous`: they are not sent. */
export interface PushBatch {
  readonly from: number
  /** The hash of the record before `from`: the two histories agree up to here, or there is a fork to find. */
  readonly previous: Uint8Array
  readonly records: readonly SentRecord[]
}

export interface SentRecord {
  readonly signature: Uint8Array
  readonly bytes: Uint8Array
}

const headSchema = z.strictObject({ v: z.literal(1), from: z.int().positive(), previous: sha256HexSchema })

export const encodePushBatch = ({ from, previous, records }: PushBatch): Uint8Array =>
  joinLines([
    JSON.stringify({ v: 1, from, previous: hex(previous) }),
    ...records.flatMap(({ signature, bytes }) => [JSON.stringify(base64url(signature)), bytes]),
  ])

/** Reads an unfolded body. Refuses a wrong head, a cut line and a batch too large; the records are judged one by one later. */
export function decodePushBatch(body: Uint8Array): Result<PushBatch, string> {
  const [head, ...rest] = splitLines(body) ?? []
  const parsed = headSchema.safeParse(head && readJson(head))
  if (!parsed.success) return refuse('head')
  if (rest.length === 0 || rest.length % 2 !== 0) return refuse('lines')
  if (rest.length / 2 > limits.recordsPerPush) return refuse('records')
  const records: SentRecord[] = []
  for (let line = 0; line < rest.length; line += 2) {
    const signature = signatureTextSchema.safeParse(readJson(rest[line] ?? new Uint8Array()))
    if (!signature.success) return refuse(`signature ${line / 2 + 1}`)
    records.push({ signature: fromBase64url(signature.data), bytes: rest[line + 1] ?? new Uint8Array() })
  }
  return ok({ from: parsed.data.from, previous: fromHex(parsed.data.previous), records })
}
