import type { Database } from 'better-sqlite3'
import { hex } from '../crypto/hash.ts'
import { allLogs, headOf } from '../storage/records.ts'
import type { JournalHead } from './document-model.ts'

/** The newest record of every log in these books, by device. */
export const journalHeads = (db: Database): readonly JournalHead[] =>
  allLogs(db)
    .flatMap(({ logNo, logId, deviceCode }) => {
      const head = headOf(db, logNo)
      return head ? [{ deviceCode, log: logId, seq: head.seq, hash: hex(head.hash) }] : []
    })
    .toSorted((a, b) => (a.deviceCode < b.deviceCode ? -1 : 1))
