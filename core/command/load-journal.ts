import type { Context } from '../decision/context.ts'
import type { JournalState } from '../manual-journals/post-journal.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { Books } from '../storage/books.ts'
import { chartOf } from '../storage/chart.ts'
import { journalTemplate } from '../storage/journal-templates.ts'
import { branchRows } from '../storage/reference.ts'
import type { CommandOf } from './command.ts'

/** Refuses branch-unknown, not-head-office (another branch's books are moved from there only), then template-unknown. */
export function loadJournal(
  { db }: Books,
  { branchId, templateId }: Pick<CommandOf<'journal.post'>, 'branchId' | 'templateId'>,
  { branch, device, institution }: Context,
): Result<JournalState, Refusal> {
  const booked = branchId ?? branch.branchId
  if (!branchRows(db).some(row => row.branchId === booked)) return refuse({ type: 'branch-unknown' })
  if (booked !== branch.branchId && institution.headOfficeLog !== device.logId)
    return refuse({ type: 'not-head-office' })
  if (templateId !== undefined && !journalTemplate(db, templateId)) return refuse({ type: 'template-unknown' })
  return ok({ chart: chartOf(db), branchId: booked })
}
