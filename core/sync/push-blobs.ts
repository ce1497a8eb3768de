import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { ok, type Result } from '../result.ts'
import { prepared } from '../storage/run.ts'
import { limits } from './limits.ts'
import { ask, askJson, type Link } from './link.ts'
import type { SyncProblem } from './sync-problem.ts'

const unsentBlobs = prepared<Record<never, never>, { hash: string }>(db =>
  db.selectFrom('blob').select('hash').where('sent', '=', 0),
)
const blobBytes = prepared<{ hash: string }, { bytes: Uint8Array }>((db, param) =>
  db.selectFrom('blob').select('bytes').where('hash', '=', param('hash')),
)
const blobSent = prepared<{ hash: string }, unknown>((db, param) =>
  db.updateTable('blob').set({ sent: 1 }).where('hash', '=', param('hash')),
)
const unsentKeys = prepared<Record<never, never>, { subject: string; key: Uint8Array }>(db =>
  db.selectFrom('subject_key').select(['subject', 'key']).where('sent', '=', 0),
)
const keySent = prepared<{ subject: string }, unknown>((db, param) =>
  db.updateTable('subject_key').set({ sent: 1 }).where('subject', '=', param('subject')),
)

const haveSchema = z.object({ have: z.int().nonnegative() })

/** A no that concerns one blob or key alone: its record may not be there yet, or it is refused for good. The others go on. */
const concernsOne = (problem: SyncProblem): boolean =>
  problem.type === 'not-permitted' || problem.type === 'content-differs' || problem.type === 'body-too-large'

/** Sends keys and blobs after their records, each blob from where the server has it. Returns how many arrived. Rule: Y14. */
export async function pushBlobs(
  db: Database,
  link: Link,
  onProgress: () => void,
): Promise<Result<number, SyncProblem>> {
  let sent = 0
  for (const { subject, key } of unsentKeys.all(db, {})) {
    const answer = await ask(link, { method: 'PUT', path: `/v1/subjects/${subject}/key`, body: key })
    if (!answer.ok && !concernsOne(answer.refusal)) return answer
    if (answer.ok) sent += keySent.run(db, { subject })
  }
  for (const { hash } of unsentBlobs.all(db, {})) {
    const whole = await pushBlob(link, hash, blobBytes.get(db, { hash })?.bytes ?? new Uint8Array(), onProgress)
    if (!whole.ok && !concernsOne(whole.refusal)) return whole
    if (whole.ok) sent += blobSent.run(db, { hash })
  }
  return ok(sent)
}

async function pushBlob(
  link: Link,
  hash: string,
  bytes: Uint8Array,
  onProgress: () => void,
): Promise<Result<null, SyncProblem>> {
  let offset = 0
  while (offset < bytes.length) {
    const path = `/v1/blobs/${hash}?offset=${offset}&size=${bytes.length}`
    const body = bytes.subarray(offset, offset + limits.blobPieceBytes)
    const answer = await askJson(link, { method: 'PUT', path, body }, haveSchema)
    if (answer.ok) offset = Math.max(offset + 1, answer.value.have)
    else if (answer.refusal.type === 'offset-differs' && answer.refusal.have > offset) offset = answer.refusal.have
    else return answer
    onProgress()
  }
  return ok(null)
}
