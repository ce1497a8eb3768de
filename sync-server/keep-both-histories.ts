import { chainHash } from '../core/journal/chain.ts'
import { judgeRecord } from '../core/sync/judge-record.ts'
import type { PushBatch } from '../core/sync/push-batch.ts'
import { type ForkRecord, keepFork } from './storage/forks.ts'
import { type EnrolledLog, freezeLog } from './storage/logs.ts'
import type { TenantContext } from './tenant-context.ts'

/**
 * Keeps a second, equally well signed history of a log as evidence and freezes the log: two installations write under one
 * key, and only people can say which cash moved. Nothing that is stored changes. Returns the id of the evidence. Rule: Y4.
 */
export function keepBothHistories(
  { tenant, environment, metrics }: TenantContext,
  log: EnrolledLog,
  second: PushBatch,
): string {
  const evidence = environment.newId()
  keepFork(
    tenant.db,
    { evidence, logId: log.logId, seq: second.from, foundAt: environment.now() },
    signedPart(log, second),
  )
  freezeLog(tenant.db, log.logId, evidence)
  metrics.add('forks')
  return evidence
}

/** As much of the second history as really is the log's own: it may hold cash that people have paid. */
function signedPart(log: EnrolledLog, { from, previous, records }: PushBatch): readonly ForkRecord[] {
  const branch: ForkRecord[] = []
  let before = previous
  for (const { signature, bytes } of records) {
    const seq = from + branch.length
    const hash = chainHash(before, bytes)
    if (!judgeRecord({ log: log.logId, publicKey: log.publicKey, seq, hash, signature, bytes }).ok) break
    branch.push({ seq, hash, signature, bytes })
    before = hash
  }
  return branch
}
