import type { Database } from 'better-sqlite3'
import type { Context } from '../decision/context.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { branchRows } from '../storage/reference.ts'

/** The branch whose books are moved, its own when none is named. Refuses branch-unknown, then not-head-office: another's are moved from there only. */
export function bookedBranch(
  db: Database,
  asked: string | undefined,
  { branch, device, institution }: Context,
): Result<string, Refusal> {
  const booked = asked ?? branch.branchId
  if (!branchRows(db).some(row => row.branchId === booked)) return refuse({ type: 'branch-unknown' })
  if (booked !== branch.branchId && institution.headOfficeLog !== device.logId)
    return refuse({ type: 'not-head-office' })
  return ok(booked)
}
