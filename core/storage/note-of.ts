import type { Database } from 'better-sqlite3'
import type { JournalRecord } from '../journal/record.ts'
import { readBlob } from './blobs.ts'

/** The free note that was sealed beside the record; null when there is none, or when it cannot be opened here. */
export function noteOf(db: Database, { blobs }: JournalRecord): string | null {
  const blob = blobs?.find(({ name }) => name === 'note')
  const content = blob && readBlob(db, blob)
  return content ? new TextDecoder().decode(content) : null
}
