import type { Database } from 'better-sqlite3'
import { settledStates } from '../loans/loan-states.ts'
import { prepared } from './run.ts'
import type { LoanCollateralTable, LoanGuaranteeTable } from './tables/loan-security-tables.ts'

interface GuaranteeRow extends LoanGuaranteeTable {
  name: string
  client_number: string
  account_id: string | null
  account_number: string | null
  /** Held now; none once the loan is settled. */
  held_minor: bigint | null
  /** What of it has paid the loan. */
  captured_minor: bigint | null
}

const guaranteesOfLoan = prepared<{ loanId: string }, GuaranteeRow>((db, param) =>
  db
    .selectFrom('loan_guarantee as g')
    .innerJoin('client as c', 'c.client_id', 'g.guarantor_id')
    .leftJoin('hold as h', 'h.hold_id', 'g.hold_id')
    .leftJoin('savings_account as a', 'a.account_id', 'h.account_id')
    .selectAll('g')
    .select(eb => [
      'c.name',
      'c.number as client_number',
      'a.account_id',
      'a.number as account_number',
      'h.captured_minor',
      eb
        .case()
        .when('h.resolved_position', 'is', null)
        .then(eb.ref('h.amount_minor'))
        .else(null)
        .end()
        .as('held_minor'),
    ])
    .where('g.loan_id', '=', param('loanId'))
    .orderBy('g.position'),
)

/** Who guarantees a loan, and who did, in the order in which they gave their word. */
export const guaranteesOf = (db: Database, loanId: string) => guaranteesOfLoan.all(db, { loanId })

/** Those of them that stand. */
export const standingGuarantees = (db: Database, loanId: string) =>
  guaranteesOf(db, loanId).filter(({ releasedPosition }) => releasedPosition === null)

const collateralOfLoan = prepared<{ loanId: string }, LoanCollateralTable>((db, param) =>
  db.selectFrom('loan_collateral').selectAll().where('loan_id', '=', param('loanId')).orderBy('position'),
)

/** What is pledged for a loan, and what was. */
export const collateralOf = (db: Database, loanId: string) => collateralOfLoan.all(db, { loanId })

const pledgedOf = prepared<{ thing: string }, { number: string }>((db, param) =>
  db
    .selectFrom('loan_collateral as c')
    .innerJoin('loan', 'loan.loan_id', 'c.loan_id')
    .select('loan.number')
    .where('c.thing', '=', param('thing'))
    .where('c.released_position', 'is', null)
    .where('loan.status', 'not in', settledStates),
)

/** The number of the loan that a thing stands for and that is not settled; null when it is free. */
export const pledgedFor = (db: Database, thing: string): string | null => pledgedOf.get(db, { thing })?.number ?? null

/** What a guarantor still stands for, who may pay more than they said. */
export const stillCovered = (coversMinor: bigint, calledMinor: bigint): bigint =>
  coversMinor > calledMinor ? coversMinor - calledMinor : 0n
