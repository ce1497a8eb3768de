import type { Database } from 'better-sqlite3'
import { prepared } from './run.ts'

const unmetOf = prepared<
  { clientId: string; loanId: string },
  { due_on: string; outstanding_minor: bigint; currency: string }
>((db, param) =>
  db
    .selectFrom('loan as l')
    .innerJoin('loan_installment as i', 'i.loan_id', 'l.loan_id')
    .select(['i.due_on', 'i.outstanding_minor', 'l.currency'])
    .where('l.client_id', '=', param('clientId'))
    .where('l.loan_id', '!=', param('loanId'))
    .where('l.status', '=', 'active')
    .where('i.outstanding_minor', '>', 0n)
    .orderBy('i.due_on'),
)
const approvedOf = prepared<{ clientId: string; loanId: string }, { loan_id: string }>((db, param) =>
  db
    .selectFrom('loan')
    .select('loan_id')
    .where('client_id', '=', param('clientId'))
    .where('loan_id', '!=', param('loanId'))
    .where('status', '=', 'approved'),
)

interface Beside {
  readonly clientId: string
  /** The loan that is asked about. */
  readonly loanId: string
}

/** What a client's other loans still ask for, installment by installment, as their plans stand. */
export const unmetInstallments = (db: Database, beside: Beside) => unmetOf.all(db, { ...beside })

/** A client's other loans that are approved and not paid out. */
export const approvedLoans = (db: Database, beside: Beside): readonly string[] =>
  approvedOf.all(db, { ...beside }).map(({ loanId }) => loanId)
