import type { Database } from 'better-sqlite3'
import { assert, present } from '../../assert.ts'
import { type AuditEvent, auditSealed } from '../../audit/audit-event.ts'
import { itemMarked, sampleDrawn } from '../../audit/audit-records.ts'
import { fromHex } from '../../crypto/hash.ts'
import { recordByPosition } from '../records.ts'
import { prepared } from '../run.ts'
import type { AuditTables } from '../tables/audit-tables.ts'
import type { Applied } from './applied.ts'

type Seal = AuditTables['audit_seal']

const insertSeal = prepared<{ readonly [K in keyof Seal]: Seal[K] }, unknown>((db, param) =>
  db.insertInto('audit_seal').values({
    position: param('position'),
    log_no: param('log_no'),
    seq: param('seq'),
    first_n: param('first_n'),
    last_n: param('last_n'),
    first_at: param('first_at'),
    last_at: param('last_at'),
    head: param('head'),
  }),
)
const insertWord = prepared<{ word: string; position: number }, unknown>((db, param) =>
  db.insertInto('audit_word').values({ word: param('word'), position: param('position') }),
)

const insertPaper = prepared<{ paperId: string; position: number }, unknown>((db, param) =>
  db.insertInto('working_paper').values({ paper_id: param('paperId'), position: param('position') }),
)
const setMark = prepared<{ paperId: string; log: string; seq: number; mark: string; position: number }, unknown>(
  (db, param) =>
    db
      .insertInto('item_mark')
      .values({
        paper_id: param('paperId'),
        log: param('log'),
        seq: param('seq'),
        mark: param('mark'),
        position: param('position'),
      })
      .onConflict(conflict =>
        conflict.doUpdateSet(eb => ({ mark: eb.ref('excluded.mark'), position: eb.ref('excluded.position') })),
      ),
)
const paperAt = prepared<{ paperId: string }, { position: number }>((db, param) =>
  db.selectFrom('working_paper').select('position').where('paper_id', '=', param('paperId')),
)

/** A paper is marked by the log that drew it, so that every device has its marks in one order. */
function mark(db: Database, { position, record }: Applied): void {
  const { paperId, record: item, mark: found } = itemMarked.parse(record.body)
  const drawnAt = present(paperAt.get(db, { paperId }), 'a mark follows its paper').position
  const paper = present(recordByPosition(db, drawnAt), 'a working paper has its record')
  assert(paper.record.log === record.log, 'a paper is marked where it was drawn')
  setMark.run(db, { paperId, ...item, mark: found, position })
}

/** What a batch of events is found by. */
export const auditWordsOf = ({ staff, kind, subject }: AuditEvent): readonly string[] => [
  `kind ${kind}`,
  ...(staff === undefined ? [] : [`staff ${staff}`]),
  ...(subject === undefined ? [] : [`subject ${subject}`]),
]

export const auditAppliers = {
  'audit.sample-drawn': (db: Database, { position, record }: Applied) => {
    insertPaper.run(db, { paperId: sampleDrawn.parse(record.body).paperId, position })
  },
  'audit.item-marked': mark,
  'audit.sealed': (db: Database, { logNo, position, record }: Applied) => {
    const { first, last, head, events } = auditSealed.parse(record.body)
    const moments = events.map(({ at }) => at).sort()
    insertSeal.run(db, {
      position,
      log_no: logNo,
      seq: record.seq,
      first_n: first,
      last_n: last,
      first_at: moments.at(0) ?? '',
      last_at: moments.at(-1) ?? '',
      head: fromHex(head),
    })
    for (const word of new Set(events.flatMap(auditWordsOf))) insertWord.run(db, { word, position })
  },
}
