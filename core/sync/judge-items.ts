import type { JournalRecord } from '../journal/record.ts'
import { ok, type Result, refuse } from '../result.ts'
import { judgeRecord } from './judge-record.ts'
import type { StreamItem } from './read-page.ts'
import type { SyncProblem } from './sync-problem.ts'
import type { TrustedLogs } from './trusted-logs.ts'

/** A record of another log, proved and ready to be appended and applied. */
export interface PulledRecord {
  readonly log: string
  readonly publicKey: Uint8Array
  readonly seq: number
  readonly hash: Uint8Array
  readonly signature: Uint8Array
  readonly bytes: Uint8Array
  readonly record: JournalRecord
}

/** Lets other work happen in between: checking signatures must not keep a person waiting. */
const breathe = (): Promise<void> => new Promise(resolve => setImmediate(resolve))
const itemsPerBreath = 32

/**
 * Judges each item as anybody can: signed by a log that head office vouches for, well formed, balanced. The own records among
 * them are here already and are not given back.
 */
export async function judgeItems(
  trusted: TrustedLogs,
  items: readonly StreamItem[],
): Promise<Result<readonly PulledRecord[], SyncProblem>> {
  const pulled: PulledRecord[] = []
  for (const [place, item] of items.entries()) {
    if (place % itemsPerBreath === itemsPerBreath - 1) await breathe()
    const judged = judgeItem(trusted, item)
    if (!judged.ok) return judged
    if (judged.value) pulled.push(judged.value)
  }
  return ok(pulled)
}

function judgeItem(trusted: TrustedLogs, { item, hash }: StreamItem): Result<PulledRecord | null, SyncProblem> {
  if ('ownSeq' in item) return ok(null)
  const { log, signature, bytes } = item
  const publicKey = trusted.keyOf(log)
  if (!publicKey) return refuse({ type: 'record-faulty', log, because: 'log-not-admitted' })
  const judged = judgeRecord({ log, publicKey, hash, signature, bytes })
  if (!judged.ok) return refuse({ type: 'record-faulty', log, because: judged.refusal })
  trusted.heed(judged.value)
  return ok({ log, publicKey, seq: judged.value.seq, hash, signature, bytes, record: judged.value })
}
