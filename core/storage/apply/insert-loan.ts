import { prepared } from '../run.ts'
import type { LoanTable } from '../tables/loan-tables.ts'

/** What the close of business says, and what comes later. */
type Later =
  | 'rescheduled'
  | 'refinances'
  | 'refinanced_by'
  | 'defaulted_on'
  | 'non_accrual_on'
  | 'looked_on'
  | 'quiet_until'
  | 'earns_from'
  | 'earns_to'
  | 'earns_minor'
  | 'earned_before_minor'
  | 'penalty_spans'
  | 'penalties_before_minor'

/** Keeps a loan that is drafted; of one that is drafted again, what may differ then. */
export const insertLoan = prepared<{ readonly [K in Exclude<keyof LoanTable, Later> & string]: LoanTable[K] }, unknown>(
  (db, param) =>
    db
      .insertInto('loan')
      .values({
        loan_id: param('loan_id'),
        number: param('number'),
        client_id: param('client_id'),
        group_id: param('group_id'),
        branch_id: param('branch_id'),
        product_id: param('product_id'),
        product_version: param('product_version'),
        currency: param('currency'),
        status: param('status'),
        officer: param('officer'),
        submitted_by: param('submitted_by'),
        cycle: param('cycle'),
        custodian_log: param('custodian_log'),
        custody_epoch: param('custody_epoch'),
        agreement: param('agreement'),
        dates: param('dates'),
        drafted_position: param('drafted_position'),
        drafted_on: param('drafted_on'),
        disbursed_on: param('disbursed_on'),
        changed_on: param('changed_on'),
        basis: param('basis'),
        booked: param('booked'),
        principal_minor: param('principal_minor'),
        interest_minor: param('interest_minor'),
        fees_minor: param('fees_minor'),
        penalties_minor: param('penalties_minor'),
        overpaid_minor: param('overpaid_minor'),
        rescheduled: 0,
        oldest_due_on: param('oldest_due_on'),
        oldest_due_minor: param('oldest_due_minor'),
      })
      .onConflict(conflict =>
        conflict.column('loan_id').doUpdateSet(eb => ({
          group_id: eb.ref('excluded.group_id'),
          product_id: eb.ref('excluded.product_id'),
          product_version: eb.ref('excluded.product_version'),
          currency: eb.ref('excluded.currency'),
          status: eb.ref('excluded.status'),
          submitted_by: null,
          cycle: eb.ref('excluded.cycle'),
          agreement: eb.ref('excluded.agreement'),
          basis: eb.ref('excluded.basis'),
          changed_on: eb.ref('excluded.changed_on'),
        })),
      ),
)
