import type { Database } from 'better-sqlite3'
import type { LoanInstallment } from '../loan-life/loan-life.ts'
import { portionsTotal } from '../loan-life/portions.ts'
import { prepared, type Row } from './run.ts'
import type { LoanInstallmentTable } from './tables/loan-tables.ts'

type PlanRow = Row<LoanInstallmentTable>

const planOf = prepared<{ loanId: string }, LoanInstallmentTable>((db, param) =>
  db.selectFrom('loan_installment').selectAll().where('loan_id', '=', param('loanId')).orderBy('number'),
)

const removeRow = prepared<{ loanId: string; number: number }, unknown>((db, param) =>
  db.deleteFrom('loan_installment').where('loan_id', '=', param('loanId')).where('number', '=', param('number')),
)

const insertRow = prepared<{ readonly [K in keyof PlanRow]: PlanRow[K] }, unknown>((db, param) =>
  db.insertInto('loan_installment').values({
    loan_id: param('loanId'),
    number: param('number'),
    kind: param('kind'),
    from_on: param('fromOn'),
    due_on: param('dueOn'),
    principal_minor: param('principalMinor'),
    interest_minor: param('interestMinor'),
    fees_minor: param('feesMinor'),
    penalties_minor: param('penaltiesMinor'),
    paid_minor: param('paidMinor'),
    waived_minor: param('waivedMinor'),
    written_off_minor: param('writtenOffMinor'),
    outstanding_minor: param('outstandingMinor'),
    met_on: param('metOn'),
    balance_after_minor: param('balanceAfterMinor'),
  }),
)

const rowOf = (loanId: string, { due, from, ...one }: LoanInstallment): PlanRow => ({
  loanId,
  number: one.number,
  kind: one.kind,
  fromOn: from,
  dueOn: one.dueOn,
  principalMinor: due.principal,
  interestMinor: due.interest,
  feesMinor: due.fees,
  penaltiesMinor: due.penalties,
  paidMinor: portionsTotal(one.paid),
  waivedMinor: portionsTotal(one.waived),
  writtenOffMinor: portionsTotal(one.writtenOff),
  outstandingMinor: portionsTotal(one.outstanding),
  metOn: one.metOn,
  balanceAfterMinor: one.balanceAfterMinor,
})

const isSame = (one: PlanRow, other: PlanRow): boolean =>
  Object.entries(one).every(([column, value]) => value === other[column as keyof PlanRow])

/** The plan of a loan from now on. Most of what befalls a loan changes a row or two of it: those alone are written. */
export function setPlan(db: Database, loanId: string, installments: readonly LoanInstallment[]): void {
  const stored = planOf.all(db, { loanId })
  const rows = installments.map(installment => rowOf(loanId, installment))
  for (let place = 0; place < Math.max(stored.length, rows.length); place++) {
    const [before, row] = [stored[place], rows[place]]
    if (before && row && isSame(before, row)) continue
    if (before) removeRow.run(db, { loanId, number: before.number })
    if (row) insertRow.run(db, row)
  }
}
