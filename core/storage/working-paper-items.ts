import type { Database } from 'better-sqlite3'
import { present } from '../assert.ts'
import type { ItemMark } from '../audit/audit-commands.ts'
import { itemMarked } from '../audit/audit-records.ts'
import { type BusinessDate, businessDate } from '../calendar/business-date.ts'
import type { RecordRef } from '../journal/record.ts'
import { reversedTypeOf } from './corrections.ts'
import { noteOf } from './note-of.ts'
import { type RecordSubject, subjectOf } from './record-subject.ts'
import { turnover } from './record-turnover.ts'
import { recordByPosition } from './records.ts'
import { grantById } from './reference.ts'
import { prepared } from './run.ts'
import { itemMarksOf, type WorkingPaper } from './working-papers.ts'

/** What was found of an item, by whom and when. */
export interface MarkOfItem {
  readonly mark: ItemMark
  readonly note?: string
  readonly by: string
  readonly at: string
}

/** A record of a sample, as a working paper lists it. */
export interface PaperItem {
  readonly record: RecordRef
  readonly deviceCode: string
  readonly type: string
  readonly reversedType?: string
  readonly businessDate: BusinessDate
  readonly receipt?: number
  readonly amountMinor: bigint
  readonly subject?: RecordSubject
  readonly isReversed: boolean
  readonly marked?: MarkOfItem
}

interface Listed {
  position: number
  device_code: string
  type: string
  business_date: string
  receipt: number | null
  amount_minor: bigint | null
  reversed_by: number | null
}

const listed = prepared<{ log: string; seq: number }, Listed>((db, param) =>
  db
    .selectFrom('record')
    .innerJoin('log', 'log.log_no', 'record.log_no')
    .leftJoin('reversal', 'reversal.position', 'record.position')
    .select([
      'record.position',
      'log.device_code',
      'record.type',
      'record.business_date',
      'record.receipt',
      turnover.as('amount_minor'),
      'reversal.reversed_by',
    ])
    .where('log.log_id', '=', param('log'))
    .where('record.seq', '=', param('seq')),
)

/** The items of a paper in the order in which they were drawn; a record that has not come to this device is left out. */
export function paperItems(db: Database, { drawn }: WorkingPaper): readonly PaperItem[] {
  const marks = new Map(itemMarksOf(db, drawn.paperId).map(({ item, position }) => [keyOf(item), position]))
  return drawn.items.flatMap(record => {
    const row = listed.get(db, record)
    if (!row) return []
    const markedAt = marks.get(keyOf(record))
    const reversedType = row.type === 'operation.reversed' ? reversedTypeOf(db, row.position) : null
    const subject = subjectOf(db, row.position)
    return [
      {
        record,
        deviceCode: row.deviceCode,
        type: row.type,
        businessDate: businessDate(row.businessDate),
        amountMinor: row.amountMinor ?? 0n,
        isReversed: row.reversedBy !== null,
        ...(reversedType === null ? {} : { reversedType }),
        ...(row.receipt === null ? {} : { receipt: row.receipt }),
        ...(subject ? { subject } : {}),
        ...(markedAt === undefined ? {} : { marked: markAt(db, markedAt) }),
      },
    ]
  })
}

const keyOf = ({ log, seq }: RecordRef): string => `${log}/${seq}`

function markAt(db: Database, position: number): MarkOfItem {
  const { record } = present(recordByPosition(db, position), 'a mark has its record')
  const note = noteOf(db, record)
  return {
    mark: itemMarked.parse(record.body).mark,
    by: grantById(db, record.actor)?.name ?? '',
    at: record.recordedAt,
    ...(note === null ? {} : { note }),
  }
}
