import type { Database } from 'better-sqlite3'
import type { LoanEntry } from '../loans/loan-entry.ts'
import { loanEntrySchema } from '../loans/loan-records.ts'
import { prepared } from './run.ts'

const eventsBefore = prepared<
  { loanId: string; before: number; limit: number },
  { place: number; position: number; body: string }
>((db, param) =>
  db
    .selectFrom('loan_event')
    .select(['place', 'position', 'body'])
    .where('loan_id', '=', param('loanId'))
    .where('place', '<', param('before'))
    .orderBy('place', 'desc')
    .limit(param('limit')),
)

/** Something that befell a loan, with its place among all that did and the record that said it. */
export interface PlacedLoanEntry {
  readonly place: number
  readonly position: number
  readonly entry: LoanEntry
}

/** What befell a loan before a place, the newest first. */
export const loanEventsBefore = (
  db: Database,
  loanId: string,
  { before = Number.MAX_SAFE_INTEGER, limit }: { readonly before?: number | undefined; readonly limit: number },
): readonly PlacedLoanEntry[] =>
  eventsBefore.all(db, { loanId, before, limit }).map(({ body, ...placed }) => ({
    ...placed,
    entry: loanEntrySchema.parse(JSON.parse(body)),
  }))
