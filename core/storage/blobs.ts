import type { Database } from 'better-sqlite3'
import { hex, sha256 } from '../crypto/hash.ts'
import { seal, unseal } from '../crypto/sealing.ts'
import type { BlobRef } from '../journal/record.ts'
import { prepared } from './run.ts'

const purpose = 'nexum-blob-1'

const keyOf = prepared<{ subject: string }, { key: Uint8Array }>((db, param) =>
  db.selectFrom('subject_key').select('key').where('subject', '=', param('subject')),
)
const insertKey = prepared<{ subject: string; key: Uint8Array; sent: number }, unknown>((db, param) =>
  db
    .insertInto('subject_key')
    .values({
      subject: param('subject'),
      key: param('key'),
      sent: param('sent'),
    })
    .onConflict(conflict => conflict.doNothing()),
)
const insertBlob = prepared<
  {
    hash: string
    subject: string
    name: string
    bytes: Uint8Array
    sent: number
  },
  unknown
>((db, param) =>
  db
    .insertInto('blob')
    .values({
      hash: param('hash'),
      subject: param('subject'),
      name: param('name'),
      bytes: param('bytes'),
      sent: param('sent'),
    })
    .onConflict(conflict => conflict.doNothing()),
)
const bytesOf = prepared<{ hash: string }, { bytes: Uint8Array }>((db, param) =>
  db.selectFrom('blob').select('bytes').where('hash', '=', param('hash')),
)

const nameOf = prepared<{ hash: string }, { name: string }>((db, param) =>
  db.selectFrom('blob').select('name').where('hash', '=', param('hash')),
)

/** Seals personal data under its subject's key (made at the first use) and keeps it, to be sent after the records. */
export function sealBlob(
  db: Database,
  { name, subject, content }: { name: string; subject: string; content: Uint8Array },
  randomBytes: (count: number) => Uint8Array,
): BlobRef {
  let key = keyOf.get(db, { subject })?.key
  if (!key) {
    key = randomBytes(32)
    insertKey.run(db, { subject, key, sent: 0 })
  }
  const bytes = seal(key, content, purpose)
  const hash = hex(sha256(bytes))
  insertBlob.run(db, { hash, subject, name, bytes, sent: 0 })
  return { name, subject, hash }
}

/** The content of a blob; null while it or its key has not arrived, and for ever once the key is destroyed. */
export function readBlob(db: Database, { hash, subject }: Pick<BlobRef, 'hash' | 'subject'>): Uint8Array | null {
  const key = keyOf.get(db, { subject })?.key
  const bytes = key && bytesOf.get(db, { hash })?.bytes
  return key && bytes ? unseal(key, bytes, purpose) : null
}

export const blobName = (db: Database, hash: string): string | null => nameOf.get(db, { hash })?.name ?? null

/** As `readBlob`, for a blob that holds JSON. */
export function readJsonBlob(db: Database, ref: Pick<BlobRef, 'hash' | 'subject'>): unknown {
  const content = readBlob(db, ref)
  return content ? JSON.parse(new TextDecoder().decode(content)) : null
}

/** Keeps a blob that came from the server. The caller has checked that its SHA-256 is `hash`. */
export const keepPulledBlob = (db: Database, blob: BlobRef & { readonly bytes: Uint8Array }): void => {
  insertBlob.run(db, {
    hash: blob.hash,
    subject: blob.subject,
    name: blob.name,
    bytes: blob.bytes,
    sent: 1,
  })
}

export const keepPulledKey = (db: Database, subject: string, key: Uint8Array): void => {
  insertKey.run(db, { subject, key, sent: 1 })
}
