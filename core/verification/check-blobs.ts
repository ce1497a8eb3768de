import type { Database } from 'better-sqlite3'
import { hex, sha256 } from '../crypto/hash.ts'
import type { BlobRef, JournalRecord, RecordRef } from '../journal/record.ts'
import { readBlob } from '../storage/blobs.ts'
import { prepared } from '../storage/run.ts'
import { knownServer } from '../sync/known-server.ts'
import type { Findings } from './finding.ts'

interface KeptBlob {
  readonly subject: string
  readonly name: string
  readonly bytes: Uint8Array
  readonly sent: number
}
const kept = prepared<{ hash: string }, KeptBlob>((db, param) =>
  db.selectFrom('blob').select(['subject', 'name', 'bytes', 'sent']).where('hash', '=', param('hash')),
)
const isAwaited = prepared<{ hash: string }, { hash: string }>((db, param) =>
  db.selectFrom('blob_wanted').select('hash').where('hash', '=', param('hash')),
)
const hasKey = prepared<{ subject: string }, { subject: string }>((db, param) =>
  db.selectFrom('subject_key').select('subject').where('subject', '=', param('subject')),
)
const sentKeys = prepared<Record<never, never>, { subject: string }>(db =>
  db.selectFrom('subject_key').select('subject').where('sent', '<>', 0).orderBy('subject'),
)
const next = prepared<{ after: string }, { hash: string; bytes: Uint8Array }>((db, param) =>
  db.selectFrom('blob').select(['hash', 'bytes']).where('hash', '>', param('after')).orderBy('hash').limit(1),
)

/**
 * Each attachment that the record names is here unaltered, under its name and subject, and opens with its subject's key, or is known
 * to be still on its way. `isUnsent` says that no server has the record, so none can have what is sent after it. Rules: V4, V6.
 */
export function checkNamedBlobs(
  db: Database,
  { ref, isUnsent }: { readonly ref: RecordRef; readonly isUnsent: boolean },
  { blobs }: JournalRecord,
  findings: Findings,
): void {
  for (const named of blobs ?? []) {
    const { hash } = named
    const blob = kept.get(db, { hash })
    if (!blob && !isAwaited.get(db, { hash })) findings.add({ type: 'blob-missing', record: ref, where: hash })
    if (!blob) continue
    for (const where of alterations(db, blob, named)) findings.add({ type: 'blob-altered', record: ref, where })
    if (isUnsent && blob.sent !== 0) findings.add({ type: 'marked-sent', record: ref, where: `attachment ${hash}` })
  }
}

function alterations(db: Database, blob: KeptBlob, { hash, subject, name }: BlobRef): readonly string[] {
  if (hex(sha256(blob.bytes)) !== hash) return [hash]
  const changed = [
    ...(blob.subject === subject ? [] : ['subject']),
    ...(blob.name === name ? [] : ['name']),
    ...(hasKey.get(db, { subject }) && !readBlob(db, { hash, subject }) ? ['key'] : []),
  ]
  return changed.map(what => `${hash} (${what})`)
}

/** Where no server was ever known, nothing can have been sent to one. Rule: V4. */
export function checkUnsentKeys(db: Database, findings: Findings): void {
  if (knownServer(db)) return
  for (const { subject } of sentKeys.all(db, {})) findings.add({ type: 'marked-sent', where: `the key of ${subject}` })
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
