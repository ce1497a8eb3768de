import type { Database } from 'better-sqlite3'
import { hex } from '../crypto/hash.ts'
import { westernDigits } from '../customers/fold-text.ts'
import { readReceiptCode } from '../documents/receipt-code.ts'
import { readRecordNumber } from '../journal/record-number.ts'
import { positionsMatching } from '../storage/journal-words.ts'
import { allLogs, recordAt } from '../storage/records.ts'
import type { TraceAnswer } from './audit-answers.ts'
import { journalRowAt } from './journal-answer.ts'

const rowsMax = 20

/**
 * The records that a receipt leads to: by its number at any device, or by its code, which proves the very record; and the record of a number
 * that stands on a paper or in an export. Rules: V19, V26.
 */
export function traceAnswer(db: Database, text: string): TraceAnswer {
  const typed = text.trim()
  if (/^NXR\d/.test(typed)) return byCode(db, typed)
  const digits = westernDigits(typed)
  if (!/^\d{1,15}$/.test(digits)) return { rows: byRecordNumber(db, digits) }
  const filter = { types: [], actors: [], date: null, number: Number(digits) }
  const positions = positionsMatching(db, filter, { before: Number.MAX_SAFE_INTEGER, limit: rowsMax })
  return { rows: positions.flatMap(position => journalRowAt(db, position) ?? []) }
}

function byRecordNumber(db: Database, text: string): TraceAnswer['rows'] {
  const logs = allLogs(db)
  return readRecordNumber(text).flatMap(({ name, seq }) =>
    logs
      .filter(log => log.deviceCode === name.toUpperCase() || isLogName(log.logId, name))
      .flatMap(({ logId }) => recordAt(db, { log: logId, seq }) ?? [])
      .flatMap(({ position }) => journalRowAt(db, position) ?? []),
  )
}

const isLogName = (logId: string, name: string): boolean => name.length >= 8 && logId.startsWith(name.toLowerCase())

function byCode(db: Database, code: string): TraceAnswer {
  const read = readReceiptCode(code)
  if (!read.ok) return { code: 'unreadable', rows: [] }
  const { log, seq, recordHash } = read.value
  const stored = recordAt(db, { log, seq })
  const row = stored && journalRowAt(db, stored.position)
  if (!stored || !row) return { code: 'not-here', rows: [] }
  return { code: hex(stored.hash).startsWith(recordHash) ? 'genuine' : 'other-record', rows: [row] }
}
