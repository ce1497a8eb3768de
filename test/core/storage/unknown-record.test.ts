import { expect, test } from 'vitest'
import { chainHash, signHash } from '../../../core/journal/chain.ts'
import { decodeRecord } from '../../../core/journal/decode-record.ts'
import { encodeRecord } from '../../../core/journal/encode-record.ts'
import { transferEntry } from '../../../core/journal/entry.ts'
import { append } from '../../../core/storage/append.ts'
import { inTransaction } from '../../../core/storage/in-transaction.ts'
import { headOf, recordByPosition } from '../../../core/storage/records.ts'
import { makeBranch, openForBusiness } from '../../support/branch.ts'

test('[J11] a record of an unknown type has its lines booked and waits for a program that knows it', () => {
  const branch = makeBranch()
  openForBusiness(branch)
  const { db } = branch.books
  const head = headOf(db, 1)
  const known = recordByPosition(db, head?.seq ?? 0)
  if (!head || !known) throw new Error('there is a head')
  const entry = transferEntry('manual-journal', {
    debit: { account: '1130' },
    credit: { account: '4200' },
    amountMinor: 777n,
    currency: 'KES',
  })
  const record = {
    ...known.record,
    seq: head.seq + 1,
    key: branch.environment.newId(),
    type: 'future.invented',
    entries: [entry],
  }
  const bytes = encodeRecord(record)
  const read = decodeRecord(bytes)
  if (!read.ok) throw new Error(read.refusal.where)
  const hash = chainHash(head.hash, bytes)
  const signature = signHash(branch.desk('officer').log.signer, hash)
  inTransaction(db, () => ({ ok: true, value: append(db, 1, { record: read.value, bytes, hash, signature }) }))
  const fees = db.prepare("SELECT credit_minor FROM balance WHERE account = '4200' AND sub_account = ''").pluck().get()
  expect(fees).toBe(777)
  expect(db.prepare('SELECT type, seq FROM pending_record').all()).toEqual([
    { type: 'future.invented', seq: head.seq + 1 },
  ])
})
