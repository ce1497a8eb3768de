import type { Database } from 'better-sqlite3'
import { present } from '../../../core/assert.ts'
import type { Signer } from '../../../core/crypto/signing.ts'
import { chainHash, genesisHash, signHash } from '../../../core/journal/chain.ts'
import { openBooks } from '../../../core/storage/books.ts'
import { guards } from '../../../core/storage/guards.ts'
import type { KnownHead, Verification } from '../../../core/verification/verification.ts'
import { verifyBooks } from '../../../core/verification/verify-books.ts'
import { spoiledOnPurpose } from '../../support/made-books.ts'
import type { SealedBranch } from '../../support/sealed-branch.ts'

export type Tampering = (db: Database) => void

/** Does to the file what the guards forbid, as somebody with the key could, puts the guards back, and has the file checked. */
export function verifyTampered(
  { file, key }: SealedBranch,
  tamper: Tampering,
  knownHeads: readonly KnownHead[] = [],
): Verification {
  const opened = openBooks({ file, key })
  const books = present(opened.ok ? opened.value : null, 'the file opens')
  unguarded(books.db, tamper)
  const verification = verifyBooks(books, { knownHeads })
  books.close()
  return verification
}

export function unguarded(db: Database, tamper: Tampering): void {
  spoiledOnPurpose({ books: { db } }, 'its guards are taken off, and something is changed')
  db.pragma('foreign_keys = OFF')
  const triggers = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all()
  for (const name of triggers) db.exec(`DROP TRIGGER ${name}`)
  tamper(db)
  db.exec(guards)
}

/** Changes the stored bytes of a record as text; what follows from them stays as it is. */
export const editBytes =
  (seq: number, edit: (text: string) => string): Tampering =>
  db => {
    const text = Buffer.from(bytesOf(db, seq)).toString('utf8')
    const edited = edit(text)
    if (edited === text) throw new Error('the tampering changes nothing')
    db.prepare('UPDATE record SET bytes = ? WHERE seq = ?').run(Buffer.from(edited), seq)
  }

export const bytesOf = (db: Database, seq: number): Uint8Array =>
  db.prepare('SELECT bytes FROM record WHERE seq = ?').pluck().get(seq) as Uint8Array

/** Makes all hashes anew, as somebody would who has the key of the file but not that of the log. */
export const rechain: Tampering = db => {
  let hash: Uint8Array = genesisHash
  for (const { seq, bytes } of db.prepare('SELECT seq, bytes FROM record ORDER BY seq').all() as {
    seq: number
    bytes: Uint8Array
  }[]) {
    hash = chainHash(hash, bytes)
    db.prepare('UPDATE record SET hash = ? WHERE seq = ?').run(hash, seq)
  }
}

export const sql =
  (text: string, ...parameters: readonly unknown[]): Tampering =>
  db => {
    const changed = db.prepare(text).run(...parameters).changes
    if (changed === 0) throw new Error('the tampering changes nothing')
  }

/** Chains and signs all records anew, as the holder of the log's own key could. */
export const signAnew =
  (signer: Signer): Tampering =>
  db => {
    rechain(db)
    for (const { seq, hash } of db.prepare('SELECT seq, hash FROM record').all() as { seq: number; hash: Uint8Array }[])
      db.prepare('UPDATE record SET signature = ? WHERE seq = ?').run(signHash(signer, hash), seq)
  }
