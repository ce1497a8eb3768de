import type { Context } from '../decision/context.ts'
import type { Chart } from '../ledger/chart.ts'
import type { NewRecurringState, RecurringJournal } from '../manual-journals/recurring.ts'
import type { TemplateState } from '../manual-journals/save-template.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { Books } from '../storage/books.ts'
import { chartOf } from '../storage/chart.ts'
import { journalTemplate, recurringJournal } from '../storage/journal-templates.ts'
import type { CommandOf } from './command.ts'
import { loadJournal } from './load-journal.ts'

/** Refuses template-unknown for one that is not there, or retired. */
export function loadTemplate(
  { db }: Books,
  { templateId }: CommandOf<'journal-template.save'>,
): Result<TemplateState, Refusal> {
  const known = templateId === undefined ? null : journalTemplate(db, templateId)
  if (templateId !== undefined && !known) return refuse({ type: 'template-unknown' })
  return ok({ chart: chartOf(db), version: known?.version ?? 0 })
}

export const loadRetirement = (
  { db }: Books,
  { templateId }: CommandOf<'journal-template.retire'>,
): Result<null, Refusal> => (journalTemplate(db, templateId) ? ok(null) : refuse({ type: 'template-unknown' }))

/** Refuses template-unknown, then branch-unknown. */
export function loadNewRecurring(
  books: Books,
  command: CommandOf<'recurring-journal.save'>,
  context: Context,
): Result<NewRecurringState, Refusal> {
  const template = journalTemplate(books.db, command.templateId)
  if (!template) return refuse({ type: 'template-unknown' })
  const place = loadJournal(books, { branchId: command.branchId }, context)
  return place.ok ? ok({ ...place.value, template, version: template.version }) : place
}

export function loadRecurring(
  { db }: Books,
  { recurringId }: Pick<CommandOf<'recurring-journal.run'>, 'recurringId'>,
): Result<RecurringJournal, Refusal> {
  const recurring = recurringJournal(db, recurringId)
  return recurring ? ok(recurring) : refuse({ type: 'recurring-unknown' })
}

export function loadRun(
  books: Books,
  command: CommandOf<'recurring-journal.run'>,
): Result<{ readonly recurring: RecurringJournal; readonly chart: Chart }, Refusal> {
  const recurring = loadRecurring(books, command)
  return recurring.ok ? ok({ recurring: recurring.value, chart: chartOf(books.db) }) : recurring
}
