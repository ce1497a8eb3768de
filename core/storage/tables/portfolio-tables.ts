/** How each loan stood on every day since it was paid out. */
export const portfolioTables = `
CREATE TABLE loan_standing (
  loan_id TEXT NOT NULL, from_on TEXT NOT NULL, until_on TEXT NOT NULL, status TEXT NOT NULL, cohort TEXT NOT NULL,
  rescheduled INTEGER NOT NULL, refinances INTEGER NOT NULL, principal_minor INTEGER NOT NULL, oldest_due_on TEXT,
  paid_out_minor INTEGER NOT NULL, collected_minor INTEGER NOT NULL, income_minor INTEGER NOT NULL,
  written_off_minor INTEGER NOT NULL, recovered_minor INTEGER NOT NULL, PRIMARY KEY (loan_id, from_on)
) STRICT, WITHOUT ROWID;
CREATE INDEX loan_standing_of_day ON loan_standing (
  until_on, loan_id, from_on, status, cohort, rescheduled, refinances, principal_minor, oldest_due_on, paid_out_minor, collected_minor,
  income_minor, written_off_minor, recovered_minor
);
CREATE INDEX loan_of_portfolio ON loan (loan_id, branch_id, officer, product_id, group_id, currency);
CREATE INDEX loan_installment_by_day ON loan_installment (due_on);
`

/** The columns of the same table, for Kysely. */
export interface PortfolioTables {
  loan_standing: LoanStandingTable
}

export interface LoanStandingTable {
  loan_id: string
  /** The business date of the newest record of it, and that of the next one; the last day there is while no other follows. */
  from_on: string
  until_on: string
  status: string
  /** The month in which it was first paid out. */
  cohort: string
  /** Whether a date of it was moved, and whether it paid off another loan. */
  rescheduled: number
  refinances: number
  principal_minor: bigint
  /** The oldest installment that is not met, due or not. */
  oldest_due_on: string | null
  /** All that was ever paid out, received (whatever it was for, but what was overpaid), earned by what was received, written off of the principal, and recovered. */
  paid_out_minor: bigint
  collected_minor: bigint
  income_minor: bigint
  written_off_minor: bigint
  recovered_minor: bigint
}
