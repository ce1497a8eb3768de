import type { Database } from 'better-sqlite3'
import { type Household, householdBlobName, householdSchema } from '../loans/household.ts'
import { readJsonBlob } from './blobs.ts'
import { loanSteps } from './loan-steps.ts'
import { recordByPosition } from './records.ts'

/** What was said last of the borrower's household; null when nothing was, or it cannot be opened here. */
export function householdOf(db: Database, loanId: string): Household | null {
  for (const position of loanSteps(db, loanId).toReversed()) {
    const blob = recordByPosition(db, position)?.record.blobs?.find(({ name }) => name === householdBlobName)
    if (!blob) continue
    const household = householdSchema.safeParse(readJsonBlob(db, blob))
    return household.success ? household.data : null
  }
  return null
}
