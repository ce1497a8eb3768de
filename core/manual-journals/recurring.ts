import type { BusinessDate } from '../calendar/business-date.ts'
import { namedUuid } from '../crypto/named-uuid.ts'
import type { Context, OpenDayContext } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import { journalEntry } from '../journal/entry.ts'
import type { Chart } from '../ledger/chart.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { checkLines } from './check-lines.ts'
import { fillTemplate } from './fill-template.ts'
import type { JournalLine } from './journal-commands.ts'
import type { JournalTemplate } from './journal-template.ts'
import { purposeEntries } from './purposes.ts'
import { nextDueDate, type Recurrence } from './recurrence.ts'
import type { RunRecurring, SaveRecurring, StopRecurring } from './template-commands.ts'

export interface NewRecurringState {
  readonly chart: Chart
  readonly branchId: string
  readonly template: JournalTemplate
  readonly version: number
}

/**
 * Agrees that a journal is posted again and again; two people agree once, for all its dates. Refuses template-incomplete (nobody is there
 * to fill a blank), then what `checkLines` refuses of its lines as they would be posted today. Rule: G8.
 */
export function saveRecurring(
  { chart, branchId, template, version }: NewRecurringState,
  { templateId, totalMinor, frequency, startsOn, endsOn, times }: SaveRecurring,
  { newId }: Context,
): Result<Decision, Refusal> {
  const filled = fillTemplate(template, { totalMinor })
  if (!filled.ok) return filled
  const booked = checkLines(chart, filled.value)
  if (!booked.ok) return booked
  return ok({
    type: 'recurring-journal.saved',
    class: 'decision',
    entries: [],
    body: {
      recurringId: newId(),
      templateId,
      templateVersion: version,
      branchId,
      totalMinor,
      frequency,
      startsOn,
      endsOn,
      times,
    },
    isReference: true,
  })
}

/** A journal that recurs, and how often it was posted so far. */
export interface RecurringJournal {
  readonly recurringId: string
  readonly recurrence: Recurrence
  readonly template: JournalTemplate
  readonly totalMinor: bigint | undefined
  readonly branchId: string
  readonly posted: number
  readonly isStopped: boolean
}

/** What a due date of a recurring journal books; nothing while its template is not complete. */
export function linesToCome({
  template,
  totalMinor,
}: Pick<RecurringJournal, 'template' | 'totalMinor'>): readonly JournalLine[] {
  const filled = fillTemplate(template, { totalMinor })
  return filled.ok ? filled.value : []
}

/** The day that is posted next; null once it is stopped or at its end. */
export const nextDueOf = ({ recurrence, posted, isStopped }: RecurringJournal): BusinessDate | null =>
  isStopped ? null : nextDueDate(recurrence, posted)

/** Ends a recurring journal before its time. Refuses recurring-ended. */
export function stopRecurring(
  recurring: RecurringJournal,
  { recurringId }: StopRecurring,
  _context: Context,
): Result<Decision, Refusal> {
  if (nextDueOf(recurring) === null) return refuse({ type: 'recurring-ended' })
  return ok({
    type: 'recurring-journal.stopped',
    class: 'decision',
    entries: [],
    body: { recurringId },
    isReference: true,
  })
}

/**
 * Posts the next due date of a recurring journal: each once, in their order, none before its day. Refuses recurring-ended,
 * recurring-not-due (naming the date that is next), then what `checkLines` refuses. Rule: G8.
 */
export function runRecurring(
  { recurring, chart }: { readonly recurring: RecurringJournal; readonly chart: Chart },
  { recurringId, dueOn, valueOn }: RunRecurring,
  { businessDate }: OpenDayContext,
): Result<Decision, Refusal> {
  const nextDate = nextDueOf(recurring)
  if (nextDate === null) return refuse({ type: 'recurring-ended' })
  if (dueOn !== nextDate || dueOn > businessDate) return refuse({ type: 'recurring-not-due', nextDate })
  const booked = checkLines(chart, linesToCome(recurring))
  if (!booked.ok) return booked
  const { purpose } = recurring.template
  return ok({
    type: 'journal.posted',
    class: 'decision',
    entries: [journalEntry(purposeEntries[purpose], booked.value)],
    body: { purpose, recurring: { recurringId, dueOn } },
    branch: recurring.branchId,
    valueDate: valueOn === 'today' ? businessDate : dueOn,
  })
}

/** The key under which a due date is posted, whoever posts it: the same command again is the same operation. */
export const recurringKey = (recurringId: string, dueOn: BusinessDate): string =>
  namedUuid(`nexum-recurring-1\0${recurringId}\0${dueOn}`)
