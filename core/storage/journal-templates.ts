import type { Database } from 'better-sqlite3'
import { present } from '../assert.ts'
import { businessDate } from '../calendar/business-date.ts'
import { templateBody } from '../manual-journals/journal-records.ts'
import type { JournalTemplate } from '../manual-journals/journal-template.ts'
import { frequencies } from '../manual-journals/recurrence.ts'
import type { RecurringJournal } from '../manual-journals/recurring.ts'
import { prepared, type Row } from './run.ts'
import type { JournalTemplateTable, RecurringJournalTable } from './tables/ledger-tables.ts'

const newest = prepared<Record<never, never>, JournalTemplateTable>(db =>
  db
    .selectFrom('journal_template as t')
    .selectAll()
    .where('t.retired', '=', 0)
    .where('t.version', '=', eb =>
      eb
        .selectFrom('journal_template as newer')
        .select(inner => inner.fn.max('newer.version').as('version'))
        .whereRef('newer.template_id', '=', 't.template_id'),
    )
    .orderBy('t.name'),
)
const recurring = prepared<Record<never, never>, RecurringJournalTable & { name: string; body: string }>(db =>
  db
    .selectFrom('recurring_journal as r')
    .innerJoin('journal_template as t', join =>
      join.onRef('t.template_id', '=', 'r.template_id').onRef('t.version', '=', 'r.template_version'),
    )
    .selectAll('r')
    .select(['t.name', 't.body'])
    .orderBy('t.name')
    .orderBy('r.recurring_id'),
)

export interface StoredTemplate extends JournalTemplate {
  readonly templateId: string
  readonly version: number
  readonly name: string
}

const templateOf = (body: string): JournalTemplate => templateBody.parse(JSON.parse(body))

/** The newest version of every template that is not retired, by name. */
export const journalTemplates = (db: Database): readonly StoredTemplate[] =>
  newest.all(db, {}).map(({ templateId, version, name, body }) => ({ templateId, version, name, ...templateOf(body) }))

export const journalTemplate = (db: Database, templateId: string): StoredTemplate | null =>
  journalTemplates(db).find(template => template.templateId === templateId) ?? null

export interface StoredRecurring extends RecurringJournal {
  readonly templateId: string
  readonly name: string
}

const dateOrNull = (date: string | null) => (date === null ? null : businessDate(date))

function recurringOf(row: Row<RecurringJournalTable & { name: string; body: string }>): StoredRecurring {
  const { recurringId, templateId, name, body, branchId, totalMinor, startsOn, endsOn, times, posted, stopped } = row
  const frequency = present(
    frequencies.find(one => one === row.frequency),
    'a stored frequency is one of those there are',
  )
  return {
    recurringId,
    templateId,
    name,
    template: templateOf(body),
    totalMinor: totalMinor ?? undefined,
    branchId,
    posted,
    isStopped: stopped === 1,
    recurrence: { frequency, startsOn: businessDate(startsOn), endsOn: dateOrNull(endsOn), times },
  }
}

/** Every journal that recurs or did, by the name of its template. */
export const recurringJournals = (db: Database): readonly StoredRecurring[] => recurring.all(db, {}).map(recurringOf)

export const recurringJournal = (db: Database, recurringId: string): StoredRecurring | null =>
  recurringJournals(db).find(one => one.recurringId === recurringId) ?? null
