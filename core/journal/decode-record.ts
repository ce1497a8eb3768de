import { ok, type Result, refuse } from '../result.ts'
import { type JournalRecord, journalRecordSchema } from './record.ts'

export type RecordUnreadable = {
  readonly type: 'record-unreadable'
  readonly where: string
}

/** Reads stored or received bytes. Refuses what is not UTF-8 JSON of the record's shape, naming the first bad place. */
export function decodeRecord(bytes: Uint8Array): Result<JournalRecord, RecordUnreadable> {
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return refuse({ type: 'record-unreadable', where: 'bytes' })
  }
  const parsed = journalRecordSchema.safeParse(json)
  if (parsed.success) return ok(parsed.data)
  return refuse({
    type: 'record-unreadable',
    where: parsed.error.issues[0]?.path.join('.') || 'record',
  })
}
