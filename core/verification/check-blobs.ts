import type { Database } from 'better-sqlite3'
import { hex, sha256 } from '../crypto/hash.ts'
import type { JournalRecord, RecordRef } from '../journal/record.ts'
import { prepared } from '../storage/run.ts'
import type { Findings } from './finding.ts'

const kept = prepared<{ hash: string }, { bytes: Uint8Array }>((db, param) =>
  db.selectFrom('blob').select('bytes').where('hash', '=', param('hash')),
)
const isAwaited = prepared<{ hash: string }, { hash: string }>((db, param) =>
  db.selectFrom('blob_wanted').select('hash').where('hash', '=', param('hash')),
)
const next = prepared<{ after: string }, { hash: string; bytes: Uint8Array }>((db, param) =>
  db.selectFrom('blob').select(['hash', 'bytes']).where('hash', '>', param('after')).orderBy('hash').limit(1),
)

/** Each attachment that the record names is here unaltered, or known to be still on its way. Rule: V6. */
export function checkNamedBlobs(db: Database, ref: RecordRef, { blobs }: JournalRecord, findings: Findings): void {
  for (const { hash } of blobs ?? []) {
    const blob = kept.get(db, { hash })
    if (blob && hex(sha256(blob.bytes)) !== hash) findings.add({ type: 'blob-altered', record: ref, where: hash })
    if (!blob && !isAwaited.get(db, { hash })) findings.add({ type: 'blob-missing', record: ref, where: hash })
  }
}

/** Hashes every attachment once more, one at a time, for those that no record names. Returns how many there are. */
export function checkBlobs(db: Database, findings: Findings): number {
  const known = new Set(findings.kept().flatMap(({ type, where }) => (type === 'blob-altered' ? [where] : [])))
  let count = 0
  for (let blob = next.get(db, { after: '' }); blob; blob = next.get(db, { after: blob.hash })) {
    count++
    if (!known.has(blob.hash) && hex(sha256(blob.bytes)) !== blob.hash)
      findings.add({ type: 'blob-altered', where: blob.hash })
  }
  return count
}
