import { isHashSigned } from '../journal/chain.ts'
import type { JournalRecord } from '../journal/record.ts'
import { ok, type Result, refuse } from '../result.ts'
import { judgeRecord, type RecordFault, seqIn } from './judge-record.ts'
import type { StreamItem } from './read-page.ts'
import type { SyncProblem } from './sync-problem.ts'
import type { TrustedLogs } from './trusted-logs.ts'

/** What came of another log, signed by it, whatever it says. */
export interface SignedItem {
  readonly log: string
  readonly publicKey: Uint8Array
  readonly seq: number
  readonly hash: Uint8Array
  readonly signature: Uint8Array
  readonly bytes: Uint8Array
}

/** A record of another log, proved and ready to be appended and applied. */
export interface PulledRecord extends SignedItem {
  readonly record: JournalRecord
}

/** Really its log's own, and yet nothing that this program can book; a later one may. */
export interface FaultyRecord extends SignedItem {
  readonly fault: RecordFault
}

export type PulledItem = PulledRecord | FaultyRecord

export const isBookable = (item: PulledItem): item is PulledRecord => 'record' in item

/** Lets other work happen in between: checking signatures must not keep a person waiting. */
const breathe = (): Promise<void> => new Promise(resolve => setImmediate(resolve))
const itemsPerBreath = 32

/**
 * Judges each item as anybody can: signed by a log that head office vouches for, well formed, balanced. One that its log has signed
 * and that fails the rest holds up nothing: it comes back with its fault. The own records among them are here already and are not
 * given back. Refuses what its log has not signed, or no admitted log. Rules: Y9, Y29.
 */
export async function judgeItems(
  trusted: TrustedLogs,
  items: readonly StreamItem[],
): Promise<Result<readonly PulledItem[], SyncProblem>> {
  const pulled: PulledItem[] = []
  for (const [place, item] of items.entries()) {
    if (place % itemsPerBreath === itemsPerBreath - 1) await breathe()
    const judged = judgeItem(trusted, item)
    if (!judged.ok) return judged
    if (judged.value) pulled.push(judged.value)
  }
  return ok(pulled)
}

function judgeItem(trusted: TrustedLogs, { item, hash }: StreamItem): Result<PulledItem | null, SyncProblem> {
  if ('ownSeq' in item) return ok(null)
  const { log, signature, bytes } = item
  const publicKey = trusted.keyOf(log)
  if (!publicKey) return refuse({ type: 'record-faulty', log, because: 'log-not-admitted' })
  if (!isHashSigned(publicKey, hash, signature)) return refuse({ type: 'record-faulty', log, because: 'signature' })
  const signed = { log, publicKey, hash, signature, bytes }
  const judged = judgeRecord(signed)
  if (!judged.ok) return ok({ ...signed, seq: seqIn(bytes), fault: judged.refusal })
  trusted.heed(judged.value)
  return ok({ ...signed, seq: judged.value.seq, record: judged.value })
}
