import type { Database } from 'better-sqlite3'
import { prepared, type Row } from './run.ts'
import type { RecordTable } from './tables/journal-tables.ts'

/** A record exactly as it is stored: nothing of it is believed yet. */
export type RawRecord = Row<RecordTable>

const pageOf = prepared<{ after: number; count: number }, RecordTable>((db, param) =>
  db.selectFrom('record').selectAll().where('position', '>', param('after')).orderBy('position').limit(param('count')),
)

const recordsPerPage = 256

/** The journal in the order of its positions, a page at a time: a large file takes no more memory than a small one. */
export function* journalPages(db: Database, after = 0): Generator<readonly RawRecord[]> {
  let position = after
  for (;;) {
    const page = pageOf.all(db, { after: position, count: recordsPerPage })
    const last = page.at(-1)
    if (!last) return
    yield page
    position = last.position
  }
}
