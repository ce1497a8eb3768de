import type { Database } from 'better-sqlite3'
import type { LoanInstallment } from '../loan-life/loan-life.ts'
import { portionsTotal } from '../loan-life/portions.ts'
import { prepared } from './run.ts'
import type { LoanInstallmentTable } from './tables/loan-tables.ts'

const removePlan = prepared<{ loanId: string }, unknown>((db, param) =>
  db.deleteFrom('loan_installment').where('loan_id', '=', param('loanId')),
)

const insertInstallment = prepared<
  { readonly [K in keyof LoanInstallmentTable & string]: LoanInstallmentTable[K] },
  unknown
>((db, param) =>
  db.insertInto('loan_installment').values({
    loan_id: param('loan_id'),
    number: param('number'),
    kind: param('kind'),
    from_on: param('from_on'),
    due_on: param('due_on'),
    principal_minor: param('principal_minor'),
    interest_minor: param('interest_minor'),
    fees_minor: param('fees_minor'),
    penalties_minor: param('penalties_minor'),
    paid_minor: param('paid_minor'),
    waived_minor: param('waived_minor'),
    written_off_minor: param('written_off_minor'),
    outstanding_minor: param('outstanding_minor'),
    met_on: param('met_on'),
    balance_after_minor: param('balance_after_minor'),
  }),
)

/** The plan of a loan from now on. */
export function setPlan(db: Database, loanId: string, installments: readonly LoanInstallment[]): void {
  removePlan.run(db, { loanId })
  for (const { number, kind, from, dueOn, due, paid, waived, writtenOff, outstanding, metOn, ...one } of installments)
    insertInstallment.run(db, {
      loan_id: loanId,
      number,
      kind,
      from_on: from,
      due_on: dueOn,
      principal_minor: due.principal,
      interest_minor: due.interest,
      fees_minor: due.fees,
      penalties_minor: due.penalties,
      paid_minor: portionsTotal(paid),
      waived_minor: portionsTotal(waived),
      written_off_minor: portionsTotal(writtenOff),
      outstanding_minor: portionsTotal(outstanding),
      met_on: metOn,
      balance_after_minor: one.balanceAfterMinor,
    })
}
