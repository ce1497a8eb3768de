import type { Database } from 'better-sqlite3'
import { type AuditEvent, auditSealed } from '../../audit/audit-event.ts'
import { fromHex } from '../../crypto/hash.ts'
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

/** What a batch of events is found by. */
export const auditWordsOf = ({ staff, kind, subject }: AuditEvent): readonly string[] => [
  `kind ${kind}`,
  ...(staff === undefined ? [] : [`staff ${staff}`]),
  ...(subject === undefined ? [] : [`subject ${subject}`]),
]

export const auditAppliers = {
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
