import type { Context } from '../decision/context.ts'
import type { JournalState } from '../manual-journals/post-journal.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { Books } from '../storage/books.ts'
import { chartOf } from '../storage/chart.ts'
import { journalTemplate } from '../storage/journal-templates.ts'
import { bookedBranch } from './booked-branch.ts'
import type { CommandOf } from './command.ts'

/** Refuses branch-unknown, not-head-office, then template-unknown. */
export function loadJournal(
  { db }: Books,
  { branchId, templateId }: Pick<CommandOf<'journal.post'>, 'branchId' | 'templateId'>,
  context: Context,
): Result<JournalState, Refusal> {
  const booked = bookedBranch(db, branchId, context)
  if (!booked.ok) return booked
  if (templateId !== undefined && !journalTemplate(db, templateId)) return refuse({ type: 'template-unknown' })
  return ok({ chart: chartOf(db), branchId: booked.value })
}
