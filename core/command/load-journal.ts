import type { Context } from '../decision/context.ts'
import type { JournalState } from '../manual-journals/post-journal.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { Books } from '../storage/books.ts'
import { chartOf } from '../storage/chart.ts'
import { branchRows } from '../storage/reference.ts'
import type { CommandOf } from './command.ts'

/** Refuses branch-unknown, then not-head-office: another branch's books are moved from there only. */
export function loadJournal(
  { db }: Books,
  { branchId }: Pick<CommandOf<'journal.post'>, 'branchId'>,
  { branch, device, institution }: Context,
): Result<JournalState, Refusal> {
  const booked = branchId ?? branch.branchId
  if (!branchRows(db).some(row => row.branchId === booked)) return refuse({ type: 'branch-unknown' })
  if (booked !== branch.branchId && institution.headOfficeLog !== device.logId)
    return refuse({ type: 'not-head-office' })
  return ok({ chart: chartOf(db), branchId: booked })
}
