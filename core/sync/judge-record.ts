import { z } from 'zod'
import { isHashSigned } from '../journal/chain.ts'
import { decodeRecord } from '../journal/decode-record.ts'
import { isBalanced } from '../journal/entry.ts'
import type { JournalRecord } from '../journal/record.ts'
import { absoluteMinor } from '../money/amount.ts'
import { ok, type Result, refuse } from '../result.ts'
import { limits } from './limits.ts'
import { readJson } from './wire-lines.ts'

export interface Claim {
  readonly log: string
  readonly publicKey: Uint8Array
  /** Its place in the log, where the caller knows it; else the record's own word counts, and its hash proves it. */
  readonly seq?: number
  readonly hash: Uint8Array
  readonly signature: Uint8Array
  readonly bytes: Uint8Array
}

export type RecordFault =
  | 'too-large'
  | 'signature'
  | 'unreadable'
  | 'other-log'
  | 'other-seq'
  | 'unbalanced'
  | 'too-many-streams'
  | 'too-many-lines'
  | 'amount-too-large'

/** What anybody can check of a record without knowing the business: size, signature, shape, place and balance, in this order. */
export function judgeRecord({
  log,
  publicKey,
  seq,
  hash,
  signature,
  bytes,
}: Claim): Result<JournalRecord, RecordFault> {
  if (bytes.length > limits.recordBytes) return refuse('too-large')
  if (!isHashSigned(publicKey, hash, signature)) return refuse('signature')
  const decoded = decodeRecord(bytes)
  if (!decoded.ok) return refuse('unreadable')
  const record = decoded.value
  if (record.log !== log) return refuse('other-log')
  if (seq !== undefined && record.seq !== seq) return refuse('other-seq')
  if (!record.entries.every(entry => isBalanced(entry.lines))) return refuse('unbalanced')
  if (record.streams.length > limits.streamsPerRecord) return refuse('too-many-streams')
  const lines = record.entries.flatMap(entry => entry.lines)
  if (lines.length > limits.linesPerRecord) return refuse('too-many-lines')
  if (lines.some(({ amountMinor }) => absoluteMinor(amountMinor) > limits.lineMinorMax))
    return refuse('amount-too-large')
  return ok(record)
}

const numbered = z.object({ seq: z.int().positive() })

/** The number that bytes give themselves, though nothing else in them may be readable; 0 when there is none. */
export const seqIn = (bytes: Uint8Array): number => numbered.safeParse(readJson(bytes)).data?.seq ?? 0
