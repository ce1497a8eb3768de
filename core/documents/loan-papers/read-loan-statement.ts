import type { Database } from 'better-sqlite3'
import { present } from '../../assert.ts'
import { arrears, daysPastDue } from '../../loan-life/arrears.ts'
import type { EventOutcome, LoanLife } from '../../loan-life/loan-life.ts'
import { portionsTotal } from '../../loan-life/portions.ts'
import { settling } from '../../loans/early-payment.ts'
import type { Loan } from '../../loans/loan.ts'
import type { LoanEntry } from '../../loans/loan-entry.ts'
import { reversalOf } from '../../storage/corrections.ts'
import { loanEvents } from '../../storage/loans.ts'
import { recordByPosition } from '../../storage/records.ts'
import type { LoanPaperHead, LoanStatementModel, LoanStatementRow } from './loan-paper-model.ts'

/** Money that is paid out pays nothing itself. */
function cameTo(
  entry: LoanEntry,
  { portions, principalAfterMinor }: EventOutcome,
): Pick<LoanStatementRow, 'amountMinor' | 'parts' | 'leftMinor'> {
  const amountMinor = 'amountMinor' in entry ? entry.amountMinor : portionsTotal(portions)
  return { amountMinor, leftMinor: principalAfterMinor, ...(entry.type === 'paid-out' ? {} : { parts: portions }) }
}

/** What befell a loan in the order in which it was entered, with what each of it comes to now. */
function rowsOf(db: Database, loanId: string, { outcomes }: LoanLife): readonly LoanStatementRow[] {
  const outcomeOf = new Map(outcomes.map(outcome => [outcome.event, outcome]))
  return loanEvents(db, loanId).map(({ position, entry }): LoanStatementRow => {
    const { record } = present(recordByPosition(db, position), 'an event of a loan stands in a record')
    const outcome = outcomeOf.get(entry.id)
    return {
      on: entry.effectiveOn,
      operation: entry.type === 'charged' ? 'loan.charged' : record.type,
      isReversed: reversalOf(db, position) !== null,
      ...(record.receipt === undefined || entry.type === 'charged' ? {} : { receipt: record.receipt }),
      ...(outcome ? cameTo(entry, outcome) : {}),
    }
  })
}

/** All that befell a loan, how it stands, and what is still to come. Rule: D30. */
export function loanStatementOf(db: Database, loan: Loan, life: LoanLife, head: LoanPaperHead): LoanStatementModel {
  const { product, agreement, loanId, state } = loan
  const { installments, outstanding, overpaidMinor } = life
  return {
    ...head,
    paper: 'statement',
    productName: product.name,
    lentMinor: agreement.principalMinor,
    annualPercent: agreement.annualPercent,
    outstanding,
    overpaidMinor,
    arrearsMinor: portionsTotal(arrears(installments, head.asOf)),
    daysPastDue: daysPastDue(installments, head.asOf),
    ...(state === 'active' ? { payoffMinor: settling(loan, head.asOf).payoffMinor } : {}),
    rows: rowsOf(db, loanId, life),
    toCome: installments.filter(one => portionsTotal(one.outstanding) > 0n),
  }
}
