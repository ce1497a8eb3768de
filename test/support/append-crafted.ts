import type { Signer } from '../../core/crypto/signing.ts'
import { chainHash, genesisHash, signHash } from '../../core/journal/chain.ts'
import { decodeRecord } from '../../core/journal/decode-record.ts'
import { encodeRecord } from '../../core/journal/encode-record.ts'
import type { JournalRecord } from '../../core/journal/record.ts'
import { append } from '../../core/storage/append.ts'
import { inTransaction } from '../../core/storage/in-transaction.ts'
import { headOf, recordByPosition } from '../../core/storage/records.ts'
import type { Branch } from './branch.ts'
import { spoiledOnPurpose } from './made-books.ts'

interface CraftedIn {
  readonly log: string
  readonly logNo: number
  readonly signer: Signer
}

/**
 * Appends a record that no command makes: the newest one once more with other parts, chained and signed by the own log, or as the first
 * of another. Its type is one that nobody knows unless another is given, so that nothing but its lines has an effect. Returns its position.
 */
export function appendCrafted(
  { books, desk, environment }: Branch,
  parts: Partial<JournalRecord>,
  elsewhere?: CraftedIn,
): number {
  spoiledOnPurpose({ books }, 'a record is appended that no command makes')
  const { db } = books
  const { log, logNo, signer } = elsewhere ?? { ...desk('officer').log, log: desk('officer').log.logId, logNo: 1 }
  const head = headOf(db, logNo) ?? { seq: 0, hash: genesisHash }
  const newest = recordByPosition(db, db.prepare('SELECT max(position) FROM record').pluck().get() as number)
  if (!newest) throw new Error('there is a record')
  const key = environment.newId()
  const { receipt: _, blobs: __, cosigners: ___, ...like } = newest.record
  const bytes = encodeRecord({ ...like, type: 'future.invented', body: {}, ...parts, log, seq: head.seq + 1, key })
  const read = decodeRecord(bytes)
  if (!read.ok) throw new Error(read.refusal.where)
  const hash = chainHash(head.hash, bytes)
  const signature = signHash(signer, hash)
  const appended = inTransaction(db, () => ({
    ok: true,
    value: append(db, logNo, { record: read.value, bytes, hash, signature }),
  }))
  if (!appended.ok) throw new Error('an append is not refused')
  return appended.value
}
