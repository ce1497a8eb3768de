import type { Database } from 'better-sqlite3'
import { present } from '../assert.ts'
import { ok, type Result, refuse } from '../result.ts'
import { acknowledge } from './acknowledge.ts'
import type { BatchSize } from './batch-size.ts'
import { findParting } from './find-parting.ts'
import { type KnownServer, knownServer, setAcknowledged, setFrozen, setRevoked } from './known-server.ts'
import { limits } from './limits.ts'
import { ask, type Link } from './link.ts'
import { type OwnRecord, ownHashAt, ownRecordsAfter } from './own-records.ts'
import { pushAnswerSchema, type Receipt } from './protocol.ts'
import { encodePushBatch } from './push-batch.ts'
import type { SyncProblem } from './sync-problem.ts'
import { compress, readJson } from './wire-lines.ts'

/** A batch is answered this often with "send from elsewhere" before the session gives up and begins anew. */
const correctionsMax = 4

/** Sends what the server does not hold, batch by batch; returns how many records it has acknowledged. Rule: Y1, Y11. */
export async function push(
  db: Database,
  link: Link,
  size: BatchSize,
  onProgress: () => void,
): Promise<Result<number, SyncProblem>> {
  let sent = 0
  for (let corrections = 0; corrections <= correctionsMax; ) {
    const server = present(knownServer(db), 'only a connected installation pushes')
    const records = nextRecords(db, server.acknowledgedSeq, size.unfoldedBytes())
    if (records.length === 0) return ok(sent)
    const answer = await pushBatch(db, link, server, records, size)
    if (answer.ok) {
      const taken = answer.value
        ? acknowledge(db, server, link.log.logId, answer.value, server.acknowledgedSeq + records.length)
        : refuse({ type: 'server-not-genuine' as const })
      if (!taken.ok) return taken
      sent += taken.value - server.acknowledgedSeq
      onProgress()
      continue
    }
    const corrected = await correct(db, link, server, answer.refusal)
    if (!corrected.ok) return corrected
    corrections += 1
  }
  return refuse({ type: 'answer-malformed', where: 'push' })
}

/** As many records as fit, at least one. */
function nextRecords(db: Database, acknowledgedSeq: number, bytesMax: number): readonly OwnRecord[] {
  const records = ownRecordsAfter(db, acknowledgedSeq, limits.recordsPerPush)
  let bytes = 0
  const fitting = records.findIndex(record => {
    bytes += record.bytes.length + record.signature.length
    return bytes > bytesMax
  })
  return fitting === -1 ? records : records.slice(0, Math.max(fitting, 1))
}

async function pushBatch(
  db: Database,
  link: Link,
  { acknowledgedSeq }: KnownServer,
  records: readonly OwnRecord[],
  size: BatchSize,
): Promise<Result<Receipt | null, SyncProblem>> {
  const previous = present(ownHashAt(db, acknowledgedSeq), 'what was acknowledged is in the journal')
  const unfolded = encodePushBatch({ from: acknowledgedSeq + 1, previous, records })
  const body = compress(unfolded)
  const answer = await ask(link, { method: 'POST', path: `/v1/logs/${link.log.logId}/records`, body })
  if (!answer.ok) {
    if (answer.refusal.type === 'server-unreachable' && answer.refusal.timedOut) size.timedOut()
    return answer
  }
  size.succeeded(unfolded.length, body.length)
  const parsed = pushAnswerSchema.safeParse(readJson(answer.value))
  return parsed.success ? ok(parsed.data.receipt) : refuse({ type: 'answer-malformed', where: 'push' })
}

/** What to do about a no: go on from where the server stands, find where the histories part, or stop. */
async function correct(
  db: Database,
  link: Link,
  server: KnownServer,
  problem: SyncProblem,
): Promise<Result<null, SyncProblem>> {
  if ('receipt' in problem && problem.receipt) {
    const taken = acknowledge(db, server, link.log.logId, problem.receipt, server.acknowledgedSeq)
    if (!taken.ok) return taken
  }
  if (problem.type === 'gap' && problem.sendFrom <= server.acknowledgedSeq) {
    setAcknowledged(db, problem.sendFrom - 1)
    return ok(null)
  }
  if (problem.type === 'history-differs') {
    const parting = await findParting(db, link, server.acknowledgedSeq)
    if (!parting.ok) return parting
    setAcknowledged(db, parting.value - 1)
    return ok(null)
  }
  if (problem.type === 'log-forked' || problem.type === 'log-frozen') setFrozen(db, problem.evidence)
  if (problem.type === 'device-revoked') setRevoked(db)
  return refuse(problem)
}
