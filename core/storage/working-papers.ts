import type { Database } from 'better-sqlite3'
import { present } from '../assert.ts'
import { type SampleDrawn, sampleDrawn } from '../audit/audit-records.ts'
import type { RecordRef } from '../journal/record.ts'
import { recordByPosition, type StoredRecord } from './records.ts'
import { prepared } from './run.ts'

/** A working paper and the record that drew it. */
export interface WorkingPaper {
  readonly drawn: SampleDrawn
  readonly stored: StoredRecord
}

const paperAt = prepared<{ paperId: string }, { position: number }>((db, param) =>
  db.selectFrom('working_paper').select('position').where('paper_id', '=', param('paperId')),
)
const newestPapers = prepared<{ limit: number }, { position: number }>((db, param) =>
  db.selectFrom('working_paper').select('position').orderBy('position', 'desc').limit(param('limit')),
)
const marks = prepared<{ paperId: string }, { log: string; seq: number; position: number }>((db, param) =>
  db.selectFrom('item_mark').select(['log', 'seq', 'position']).where('paper_id', '=', param('paperId')),
)

const counts = prepared<{ paperId: string }, { mark: string; count: number }>((db, param) =>
  db
    .selectFrom('item_mark')
    .select(['mark', eb => eb.fn.countAll<number>().as('count')])
    .where('paper_id', '=', param('paperId'))
    .groupBy('mark'),
)

const read = (db: Database, position: number): WorkingPaper => {
  const stored = present(recordByPosition(db, position), 'a working paper has its record')
  return { stored, drawn: sampleDrawn.parse(stored.record.body) }
}

export function workingPaper(db: Database, paperId: string): WorkingPaper | null {
  const row = paperAt.get(db, { paperId })
  return row ? read(db, row.position) : null
}

export const newestWorkingPapers = (db: Database, limit: number): readonly WorkingPaper[] =>
  newestPapers.all(db, { limit }).map(({ position }) => read(db, position))

/** How many items have each mark. */
export const markCounts = (db: Database, paperId: string): ReadonlyMap<string, number> =>
  new Map(counts.all(db, { paperId }).map(({ mark, count }) => [mark, count]))

/** The records that hold the newest mark of each item. */
export const itemMarksOf = (
  db: Database,
  paperId: string,
): readonly { readonly item: RecordRef; readonly position: number }[] =>
  marks.all(db, { paperId }).map(({ log, seq, position }) => ({ item: { log, seq }, position }))
