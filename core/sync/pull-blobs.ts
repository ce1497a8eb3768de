import type { Database } from 'better-sqlite3'
import { hex, sha256 } from '../crypto/hash.ts'
import { ok, type Result } from '../result.ts'
import { keepPulledBlob, keepPulledKey } from '../storage/blobs.ts'
import { prepared } from '../storage/run.ts'
import { blobArrived } from './blob-arrived.ts'
import { keepSoFar, noLongerWanted, type WantedBlob, wantedBlobs } from './blobs-wanted.ts'
import { limits } from './limits.ts'
import { ask, type Link } from './link.ts'
import type { SyncProblem } from './sync-problem.ts'

const keyOf = prepared<{ subject: string }, { subject: string }>((db, param) =>
  db.selectFrom('subject_key').select('subject').where('subject', '=', param('subject')),
)

/** Not there yet, or not ours to have: the other blobs do not wait for it. */
const concernsOne = (problem: SyncProblem): boolean => problem.type === 'not-found' || problem.type === 'not-permitted'

/** Fetches the keys and blobs that pulled records name, each from where it was cut off. Returns those that are whole now. Rule: Y14. */
export async function pullBlobs(
  db: Database,
  link: Link,
  onProgress: () => void,
): Promise<Result<readonly WantedBlob[], SyncProblem>> {
  const arrived: WantedBlob[] = []
  for (const wanted of wantedBlobs(db)) {
    const key = await pullKey(db, link, wanted.subject)
    const whole = key.ok ? await pullBlob(db, link, wanted, onProgress) : key
    if (!whole.ok && !concernsOne(whole.refusal)) return whole
    if (whole.ok && whole.value) arrived.push(wanted)
  }
  return ok(arrived)
}

async function pullKey(db: Database, link: Link, subject: string): Promise<Result<null, SyncProblem>> {
  if (keyOf.get(db, { subject })) return ok(null)
  const answer = await ask(link, { method: 'GET', path: `/v1/subjects/${subject}/key` })
  if (!answer.ok) return answer
  if (answer.value.length === 32) keepPulledKey(db, subject, answer.value)
  return ok(null)
}

/** True when the blob is whole and kept; false when its bytes are not what its name says, and it begins anew next time. */
async function pullBlob(
  db: Database,
  link: Link,
  wanted: WantedBlob,
  onProgress: () => void,
): Promise<Result<boolean, SyncProblem>> {
  const { hash } = wanted
  let bytes: Uint8Array = wanted.bytes
  while (bytes.length <= limits.blobBytes) {
    const answer = await ask(link, { method: 'GET', path: `/v1/blobs/${hash}?offset=${bytes.length}` })
    if (!answer.ok) return answer
    bytes = Buffer.concat([bytes, answer.value])
    onProgress()
    if (answer.value.length < limits.blobPieceBytes) break
    keepSoFar(db, hash, bytes)
  }
  if (hex(sha256(bytes)) !== hash) {
    keepSoFar(db, hash, new Uint8Array())
    return ok(false)
  }
  keepWhole(db, wanted, bytes)
  return ok(true)
}

function keepWhole(db: Database, wanted: WantedBlob, bytes: Uint8Array): void {
  const keep = db.transaction(() => {
    keepPulledBlob(db, { ...wanted, bytes })
    noLongerWanted(db, wanted.hash)
    blobArrived(db, wanted)
  })
  keep.immediate()
}
