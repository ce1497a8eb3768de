import type { Database } from 'better-sqlite3'
import { sql } from 'kysely'
import { businessDate } from '../calendar/business-date.ts'
import { subjectOf } from '../storage/record-subject.ts'
import { prepared, type Row } from '../storage/run.ts'
import { currencyOf } from '../storage/savings-accounts.ts'
import { acknowledgedSeq } from '../storage/sync-state.ts'
import type { JournalAnswer, JournalRow } from './answers.ts'

interface Listed {
  position: number
  log_id: string
  own: number
  seq: number
  type: string
  actor_name: string | null
  business_date: string
  recorded_at: string
  receipt: number | null
  amount_minor: bigint | null
  currency: string | null
  reversed_by: number | null
}

const turnover = sql<bigint | null>`(
  SELECT sum(amount_minor) FROM line
  WHERE line.position = record.position AND amount_minor > 0 AND currency = (
    SELECT currency FROM line WHERE line.position = record.position AND entry_no = 0 AND line_no = 0))`
const firstCurrency = sql<
  string | null
>`(SELECT currency FROM line WHERE line.position = record.position AND entry_no = 0 AND line_no = 0)`

const page = prepared<{ before: number; text: string; limit: number }, Listed>((db, param) =>
  db
    .selectFrom('record')
    .innerJoin('log', 'log.log_no', 'record.log_no')
    .leftJoin('staff', 'staff.staff_id', 'record.actor')
    .leftJoin('reversal', 'reversal.position', 'record.position')
    .select([
      'record.position',
      'log.log_id',
      'log.own',
      'record.seq',
      'record.type',
      'staff.name as actor_name',
      'record.business_date',
      'record.recorded_at',
      'record.receipt',
      turnover.as('amount_minor'),
      firstCurrency.as('currency'),
      'reversal.reversed_by',
    ])
    .where('record.position', '<', param('before'))
    .where(
      sql<boolean>`(${param('text')} = '' OR record.type LIKE ${param('text')} OR staff.name LIKE ${param('text')}
        OR record.business_date LIKE ${param('text')} OR CAST(record.receipt AS TEXT) LIKE ${param('text')} OR CAST(record.seq AS TEXT) LIKE ${param('text')})`,
    )
    .orderBy('record.position', 'desc')
    .limit(param('limit') as never),
)

export interface JournalPage {
  readonly before?: number | undefined
  readonly limit: number
  readonly text?: string | undefined
}

/** The journal, newest first, filtered by a part of type, person, date, receipt or sequence number. */
export function journalAnswer(db: Database, { before, limit, text }: JournalPage): JournalAnswer {
  const like = text?.trim() ? `%${text.trim().replace(/[%_]/g, '')}%` : ''
  const listed = page.all(db, { before: before ?? Number.MAX_SAFE_INTEGER, text: like, limit: limit + 1 })
  const acknowledged = acknowledgedSeq(db)
  const rows = listed.slice(0, limit).map(row => journalRow(db, row, acknowledged))
  const last = rows.at(-1)
  return { rows, ...(listed.length > limit && last ? { next: last.position } : {}) }
}

function journalRow(db: Database, row: Row<Listed>, acknowledged: number): JournalRow {
  const { position, logId, seq, type, actorName, amountMinor, currency, receipt } = row
  const subject = subjectOf(db, position)
  const own = row.own === 1
  return {
    position,
    record: { log: logId, seq },
    own,
    type,
    actorName: actorName ?? '',
    businessDate: businessDate(row.businessDate),
    recordedAt: row.recordedAt,
    sent: !own || seq <= acknowledged,
    reversed: row.reversedBy !== null,
    ...(receipt === null ? {} : { receipt }),
    ...(amountMinor === null || currency === null ? {} : { amountMinor, currency: currencyOf(currency) }),
    ...(subject ? { subject } : {}),
  }
}

/** One record's row, as the journal lists it. */
export function journalRowAt(db: Database, position: number): JournalRow | null {
  const [row] = page.all(db, { before: position + 1, text: '', limit: 1 })
  return row?.position === position ? journalRow(db, row, acknowledgedSeq(db)) : null
}
