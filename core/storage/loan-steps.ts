import type { Database } from 'better-sqlite3'
import { prepared } from './run.ts'

const keep = prepared<{ loanId: string; position: number }, unknown>((db, param) =>
  db.insertInto('loan_step').values({ loan_id: param('loanId'), position: param('position') }),
)
const stepsOf = prepared<{ loanId: string }, { position: number }>((db, param) =>
  db.selectFrom('loan_step').select('position').where('loan_id', '=', param('loanId')).orderBy('position'),
)

/** The record at the position moved the application on. */
export function keepStep(db: Database, loanId: string, position: number): void {
  keep.run(db, { loanId, position })
}

/** Where the records stand that moved an application on, the oldest first. */
export const loanSteps = (db: Database, loanId: string): readonly number[] =>
  stepsOf.all(db, { loanId }).map(({ position }) => position)
