import { sameBytes } from '../core/crypto/hash.ts'
import { chainHash, genesisHash } from '../core/journal/chain.ts'
import { ok, type Result, refuse } from '../core/result.ts'
import { judgeRecord } from '../core/sync/judge-record.ts'
import type { PushAnswer, WireRefusal } from '../core/sync/protocol.ts'
import type { PushBatch } from '../core/sync/push-batch.ts'
import { handOut } from './hand-out.ts'
import { keepBothHistories } from './keep-both-histories.ts'
import { logReceipt } from './log-receipt.ts'
import type { EnrolledLog } from './storage/logs.ts'
import { insertRecord, lastRecord, recordAt } from './storage/records.ts'
import type { TenantContext } from './tenant-context.ts'

export type Taken = Result<PushAnswer, WireRefusal>

/**
 * Takes the longest valid prefix of a batch, in one transaction. A record that is there already is acknowledged again; one
 * that is next is stored; one signed differently at a taken place is a fork: both are kept and the log is frozen.
 * Refuses: log-frozen, gap, history-differs, record-refused, log-forked. Rule: Y1, Y2, Y3, Y4.
 */
export function takeBatch(context: TenantContext, log: EnrolledLog, batch: PushBatch): Taken {
  const { db } = context.tenant
  if (log.frozenBy) return refuse({ type: 'log-frozen', evidence: log.frozenBy })
  const take = db.transaction((): Taken => {
    const nextSeq = (lastRecord(db, log.logId)?.seq ?? 0) + 1
    if (batch.from > nextSeq) return refuse({ type: 'gap', sendFrom: nextSeq })
    const before = batch.from === 1 ? genesisHash : recordAt(db, log.logId, batch.from - 1)?.hash
    if (!before || !sameBytes(before, batch.previous))
      return refuse({ type: 'history-differs', at: Math.max(1, batch.from - 1) })
    return takeRecords(context, log, batch, nextSeq)
  })
  return take.immediate()
}

function takeRecords(
  context: TenantContext,
  log: EnrolledLog,
  { from, previous, records }: PushBatch,
  nextSeq: number,
): Taken {
  const { tenant, environment, metrics } = context
  let before = previous
  for (const [place, { bytes, signature }] of records.entries()) {
    const seq = from + place
    const hash = chainHash(before, bytes)
    const stored = seq < nextSeq ? recordAt(tenant.db, log.logId, seq) : null
    if (stored && sameBytes(stored.hash, hash)) {
      metrics.add('repeated')
      before = hash
      continue
    }
    const judged = judgeRecord({ log: log.logId, publicKey: log.publicKey, seq, hash, signature, bytes })
    const taken = () => logReceipt(context, log.logId, seq - 1)
    if (!judged.ok) return refuse({ type: 'record-refused', seq, because: judged.refusal, receipt: taken() })
    if (stored) {
      const evidence = keepBothHistories(context, log, { from: seq, previous: before, records: records.slice(place) })
      return refuse({ type: 'log-forked', seq, evidence, receipt: taken() })
    }
    const next = { logId: log.logId, seq, hash, signature, bytes, receivedAt: environment.now() }
    const cursor = insertRecord(tenant.db, next, judged.value.blobs ?? [])
    handOut(context, log, { cursor, hash, record: judged.value })
    metrics.add('stored')
    before = hash
  }
  return ok({ v: 1, receipt: logReceipt(context, log.logId, from + records.length - 1) })
}
