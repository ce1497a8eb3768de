import type { Database } from 'better-sqlite3'
import type { BlobRef } from '../journal/record.ts'
import { prepared } from '../storage/run.ts'
import type { PulledRecord } from './judge-items.ts'

const insert = prepared<{ hash: string; subject: string; name: string; bytes: Uint8Array }, unknown>((db, param) =>
  db
    .insertInto('blob_wanted')
    .values({ hash: param('hash'), subject: param('subject'), name: param('name'), bytes: param('bytes') })
    .onConflict(conflict => conflict.doNothing()),
)
const have = prepared<{ hash: string }, { hash: string }>((db, param) =>
  db.selectFrom('blob').select('hash').where('hash', '=', param('hash')),
)
const all = prepared<Record<never, never>, { hash: string; subject: string; name: string; bytes: Uint8Array }>(db =>
  db.selectFrom('blob_wanted').selectAll(),
)
const setBytes = prepared<{ hash: string; bytes: Uint8Array }, unknown>((db, param) =>
  db
    .updateTable('blob_wanted')
    .set({ bytes: param('bytes') })
    .where('hash', '=', param('hash')),
)
const remove = prepared<{ hash: string }, unknown>((db, param) =>
  db.deleteFrom('blob_wanted').where('hash', '=', param('hash')),
)

/** A blob that a pulled record names and that is not here yet; `bytes` is what has come of it. */
export type WantedBlob = BlobRef & { readonly bytes: Uint8Array }

export function wantBlobs(db: Database, records: readonly PulledRecord[]): void {
  for (const ref of records.flatMap(({ record }) => record.blobs ?? []))
    if (!have.get(db, { hash: ref.hash })) insert.run(db, { ...ref, bytes: new Uint8Array() })
}

export const wantedBlobs = (db: Database): readonly WantedBlob[] => all.all(db, {})
export const keepSoFar = (db: Database, hash: string, bytes: Uint8Array): void => void setBytes.run(db, { hash, bytes })
export const noLongerWanted = (db: Database, hash: string): void => void remove.run(db, { hash })
