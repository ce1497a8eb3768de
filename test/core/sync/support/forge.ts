import { chainHash, signHash } from '../../../../core/journal/chain.ts'
import { encodeRecord } from '../../../../core/journal/encode-record.ts'
import type { JournalRecord } from '../../../../core/journal/record.ts'
import { headOf, ownLogNo, recordAt } from '../../../../core/storage/records.ts'
import { spoiledOnPurpose } from '../../../support/made-books.ts'
import type { JoinedDevice } from './joined-device.ts'

/**
 * A record that no verb of ours would make, signed by an admitted device with its own key and put into its own journal as it is: what
 * its next push sends. It goes on from the device's newest record; `over` says what is different about it.
 */
export function forge({ books, desk }: JoinedDevice, over: Partial<JournalRecord>): JournalRecord {
  spoiledOnPurpose({ books }, 'it sends what no verb would make')
  const { db } = books
  const { log, environment } = desk
  const logNo = ownLogNo(db)
  const head = headOf(db, logNo)
  const newest = head && recordAt(db, { log: log.logId, seq: head.seq })
  if (!newest) throw new Error('a joined device has opened its log')
  const { receipt: _, blobs: __, cause: ___, custody: ____, cosigners: _____, ...plain } = newest.record
  const record: JournalRecord = {
    ...plain,
    key: environment.newId(),
    entries: [],
    body: {},
    streams: [`branch/${newest.record.branch}`],
    ...over,
    seq: newest.seq + 1,
  }
  const bytes = encodeRecord(record)
  const hash = chainHash(newest.hash, bytes)
  db.prepare(
    `INSERT INTO record SELECT 1 + (SELECT max(position) FROM record), log_no, seq + 1, ?, ?, class, actor, branch,
      business_date, value_date, recorded_at, NULL, ?, ?, ? FROM record WHERE position = ?`,
  ).run(environment.newId(), record.type, hash, signHash(log.signer, hash), bytes, newest.position)
  return record
}
