import { chainHash, signHash } from '../../core/journal/chain.ts'
import { decodeRecord } from '../../core/journal/decode-record.ts'
import { encodeRecord } from '../../core/journal/encode-record.ts'
import type { JournalRecord } from '../../core/journal/record.ts'
import { append } from '../../core/storage/append.ts'
import { inTransaction } from '../../core/storage/in-transaction.ts'
import { headOf, recordByPosition } from '../../core/storage/records.ts'
import type { Branch } from './branch.ts'

/**
 * Appends a record that no command makes: the newest one once more with other parts, chained and signed by the own log. Its type is
 * one that nobody knows unless another is given, so that nothing but its lines has an effect. Returns its position.
 */
export function appendCrafted({ books, desk, environment }: Branch, parts: Partial<JournalRecord>): number {
  const { db } = books
  const head = headOf(db, 1)
  const newest = recordByPosition(db, db.prepare('SELECT max(position) FROM record').pluck().get() as number)
  if (!head || !newest) throw new Error('there is a head')
  const key = environment.newId()
  const { receipt: _, blobs: __, cosigners: ___, ...like } = newest.record
  const bytes = encodeRecord({ ...like, type: 'future.invented', body: {}, ...parts, seq: head.seq + 1, key })
  const read = decodeRecord(bytes)
  if (!read.ok) throw new Error(read.refusal.where)
  const hash = chainHash(head.hash, bytes)
  const signature = signHash(desk('officer').log.signer, hash)
  const appended = inTransaction(db, () => ({
    ok: true,
    value: append(db, 1, { record: read.value, bytes, hash, signature }),
  }))
  if (!appended.ok) throw new Error('an append is not refused')
  return appended.value
}
