import type { Database } from 'better-sqlite3'
import type { Kysely } from 'kysely'
import { businessDate } from '../calendar/business-date.ts'
import { foldText, foldWords, westernDigits } from '../customers/fold-text.ts'
import { reversedTypeOf } from '../storage/corrections.ts'
import { heldBy } from '../storage/holds.ts'
import { type JournalFilter, positionsMatching, recordTypes } from '../storage/journal-words.ts'
import { subjectOf } from '../storage/record-subject.ts'
import { firstCurrency, operationAmount } from '../storage/record-turnover.ts'
import { staffRows } from '../storage/reference.ts'
import { prepared, type Row } from '../storage/run.ts'
import { currencyOf } from '../storage/savings-accounts.ts'
import { acknowledgedSeq } from '../storage/sync-state.ts'
import type { Tables } from '../storage/tables.ts'
import type { JournalAnswer, JournalRow } from './journal-answers.ts'

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

const listed = (db: Kysely<Tables>) =>
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
      operationAmount.as('amount_minor'),
      firstCurrency.as('currency'),
      'reversal.reversed_by',
    ])
const newest = prepared<{ before: number; limit: number }, Listed>((db, param) =>
  listed(db).where('record.position', '<', param('before')).orderBy('record.position', 'desc').limit(param('limit')),
)
const one = prepared<{ position: number }, Listed>((db, param) =>
  listed(db).where('record.position', '=', param('position')),
)

export interface JournalPage {
  readonly before?: number | undefined
  readonly limit: number
  readonly text?: string | undefined
}

/** The journal, newest first, all of it or what fits a text; `next` is the position to ask `before` for the next page. Rule: Q5. */
export function journalAnswer(
  db: Database,
  { before = Number.MAX_SAFE_INTEGER, limit, text = '' }: JournalPage,
): JournalAnswer {
  const page = { before, limit: limit + 1 }
  const records = text.trim() === '' ? newest.all(db, page) : matching(db, text, page)
  const acknowledged = acknowledgedSeq(db)
  const rows = records.slice(0, limit).map(row => journalRow(db, row, acknowledged))
  const last = rows.at(-1)
  return { rows, ...(records.length > limit && last ? { next: last.position } : {}) }
}

const matching = (db: Database, text: string, page: { readonly before: number; readonly limit: number }) =>
  positionsMatching(db, journalFilter(db, text), page).flatMap(position => one.get(db, { position }) ?? [])

/** What a person can have meant: a part of a type or of a person's name, the beginning of a date, a receipt or record number. */
function journalFilter(db: Database, text: string): JournalFilter {
  const words = foldWords(text)
  const typed = westernDigits(text.trim())
  const isThem = ({ name, code }: { readonly name: string; readonly code: string }): boolean =>
    words !== '' && (foldWords(name).includes(words) || foldText(code) === words)
  return {
    types: recordTypes(db).filter(type => type.includes(typed.toLowerCase())),
    actors: staffRows(db)
      .filter(isThem)
      .map(({ staffId }) => staffId),
    date: /^\d{4}(?:-\d{0,2}(?:-\d{0,2})?)?$/.test(typed) ? typed : null,
    number: /^\d{1,15}$/.test(typed) ? Number(typed) : null,
  }
}

/** A hold moves no money, yet it is of an amount. */
const movesNothing: readonly string[] = ['hold.placed', 'hold.released']

function journalRow(db: Database, row: Row<Listed>, acknowledged: number): JournalRow {
  const { position, logId, seq, type, actorName, amountMinor, currency, receipt } = row
  const subject = subjectOf(db, position)
  const reversedType = type === 'operation.reversed' ? reversedTypeOf(db, position) : null
  const own = row.own === 1
  const amount =
    amountMinor === null || currency === null
      ? movesNothing.includes(type) && heldBy(db, position)
      : { amountMinor, currency: currencyOf(currency) }
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
    ...(reversedType === null ? {} : { reversedType }),
    ...(receipt === null ? {} : { receipt }),
    ...amount,
    ...(subject ? { subject } : {}),
  }
}

/** One record's row, as the journal lists it. */
export function journalRowAt(db: Database, position: number): JournalRow | null {
  const row = one.get(db, { position })
  return row ? journalRow(db, row, acknowledgedSeq(db)) : null
}
