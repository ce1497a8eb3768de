import type { Database } from 'better-sqlite3'
import { jsonText } from '../../journal/json-text.ts'
import {
  journalPosted,
  recurringSaved,
  recurringStopped,
  templateRetired,
  templateSaved,
} from '../../manual-journals/journal-records.ts'
import { institutionRow } from '../reference.ts'
import { prepared } from '../run.ts'
import type { JournalTemplateTable, RecurringJournalTable } from '../tables/ledger-tables.ts'
import type { Applied } from './applied.ts'

const insertTemplate = prepared<
  { readonly [K in keyof JournalTemplateTable & string]: JournalTemplateTable[K] },
  unknown
>((db, param) =>
  db.insertInto('journal_template').values({
    template_id: param('template_id'),
    version: param('version'),
    name: param('name'),
    body: param('body'),
    retired: param('retired'),
  }),
)
const retire = prepared<{ templateId: string }, unknown>((db, param) =>
  db.updateTable('journal_template').set({ retired: 1 }).where('template_id', '=', param('templateId')),
)
const insertRecurring = prepared<
  { readonly [K in keyof RecurringJournalTable & string]: RecurringJournalTable[K] },
  unknown
>((db, param) =>
  db.insertInto('recurring_journal').values({
    recurring_id: param('recurring_id'),
    template_id: param('template_id'),
    template_version: param('template_version'),
    branch_id: param('branch_id'),
    total_minor: param('total_minor'),
    frequency: param('frequency'),
    starts_on: param('starts_on'),
    ends_on: param('ends_on'),
    times: param('times'),
    posted: param('posted'),
    stopped: param('stopped'),
  }),
)
const countPosted = prepared<{ recurringId: string }, unknown>((db, param) =>
  db
    .updateTable('recurring_journal')
    .set(eb => ({ posted: eb('posted', '+', 1) }))
    .where('recurring_id', '=', param('recurringId')),
)
const stop = prepared<{ recurringId: string }, unknown>((db, param) =>
  db.updateTable('recurring_journal').set({ stopped: 1 }).where('recurring_id', '=', param('recurringId')),
)

export const journalAppliers = {
  'journal.posted': (db: Database, { record }: Applied) => {
    const { recurring } = journalPosted.parse(record.body)
    // Only head office runs what recurs; its own count is what keeps a date from being posted twice.
    if (recurring && institutionRow(db)?.headOfficeLog === record.log)
      countPosted.run(db, { recurringId: recurring.recurringId })
  },
  'journal-template.saved': (db: Database, { record }: Applied) => {
    const { templateId, version, name, ...body } = templateSaved.parse(record.body)
    insertTemplate.run(db, { template_id: templateId, version, name, body: jsonText(body), retired: 0 })
  },
  'journal-template.retired': (db: Database, { record }: Applied) => {
    retire.run(db, templateRetired.parse(record.body))
  },
  'recurring-journal.saved': (db: Database, { record }: Applied) => {
    const body = recurringSaved.parse(record.body)
    insertRecurring.run(db, {
      recurring_id: body.recurringId,
      template_id: body.templateId,
      template_version: body.templateVersion,
      branch_id: body.branchId,
      total_minor: body.totalMinor ?? null,
      frequency: body.frequency,
      starts_on: body.startsOn,
      ends_on: body.endsOn ?? null,
      times: body.times ?? null,
      posted: 0,
      stopped: 0,
    })
  },
  'recurring-journal.stopped': (db: Database, { record }: Applied) => {
    stop.run(db, recurringStopped.parse(record.body))
  },
}
