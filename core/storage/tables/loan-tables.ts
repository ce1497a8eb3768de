/** The loans, what befell them, and how they stand. */
export const loanTables = `
CREATE TABLE loan (
  loan_id TEXT PRIMARY KEY, number TEXT NOT NULL UNIQUE, client_id TEXT NOT NULL, group_id TEXT, branch_id TEXT NOT NULL,
  product_id TEXT NOT NULL, product_version INTEGER NOT NULL, currency TEXT NOT NULL, status TEXT NOT NULL,
  officer TEXT NOT NULL, submitted_by TEXT, cycle INTEGER NOT NULL, custodian_log TEXT NOT NULL, custody_epoch INTEGER NOT NULL,
  agreement TEXT NOT NULL, dates TEXT, drafted_position INTEGER NOT NULL, drafted_on TEXT NOT NULL, disbursed_on TEXT,
  changed_on TEXT NOT NULL, basis TEXT NOT NULL, booked TEXT NOT NULL,
  principal_minor INTEGER NOT NULL, interest_minor INTEGER NOT NULL, fees_minor INTEGER NOT NULL, penalties_minor INTEGER NOT NULL,
  rescheduled INTEGER NOT NULL, refinances TEXT, refinanced_by TEXT, overpaid_minor INTEGER NOT NULL, oldest_due_on TEXT, oldest_due_minor INTEGER NOT NULL,
  defaulted_on TEXT, non_accrual_on TEXT, looked_on TEXT, quiet_until TEXT, earns_from TEXT, earns_to TEXT, earns_minor INTEGER, earned_before_minor INTEGER,
  penalty_spans TEXT, penalties_before_minor INTEGER
) STRICT;
CREATE INDEX loan_by_client ON loan (client_id, drafted_position);
CREATE INDEX loan_by_group ON loan (group_id) WHERE group_id IS NOT NULL;
CREATE INDEX loan_by_officer ON loan (officer, status, oldest_due_on);
CREATE INDEX loan_by_status ON loan (status, oldest_due_on);
CREATE INDEX loan_to_close ON loan (custodian_log, loan_id) WHERE status = 'active';
CREATE INDEX loan_by_position ON loan (drafted_position);
CREATE TABLE loan_approval (
  loan_id TEXT NOT NULL, place INTEGER NOT NULL, staff_id TEXT NOT NULL, position INTEGER NOT NULL, PRIMARY KEY (loan_id, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE loan_step (
  loan_id TEXT NOT NULL, position INTEGER NOT NULL, PRIMARY KEY (loan_id, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE loan_hand (
  loan_id TEXT NOT NULL, deed TEXT NOT NULL, staff_id TEXT NOT NULL, PRIMARY KEY (loan_id, deed, staff_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE loan_event (
  loan_id TEXT NOT NULL, place INTEGER NOT NULL, position INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (loan_id, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX loan_event_by_position ON loan_event (position);
CREATE TABLE loan_installment (
  loan_id TEXT NOT NULL, number INTEGER NOT NULL, kind TEXT NOT NULL, from_on TEXT NOT NULL, due_on TEXT NOT NULL,
  principal_minor INTEGER NOT NULL, interest_minor INTEGER NOT NULL, fees_minor INTEGER NOT NULL, penalties_minor INTEGER NOT NULL,
  paid_minor INTEGER NOT NULL, waived_minor INTEGER NOT NULL, written_off_minor INTEGER NOT NULL, outstanding_minor INTEGER NOT NULL,
  met_on TEXT, balance_after_minor INTEGER NOT NULL, PRIMARY KEY (loan_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX loan_installment_due ON loan_installment (due_on) WHERE outstanding_minor > 0;
`

/** The columns of the same tables, for Kysely. */
export interface LoanTables {
  loan: LoanTable
  /** Who has approved an application, in their order. */
  loan_approval: { loan_id: string; place: number; staff_id: string; position: number }
  /** The records that moved an application on, from its draft to what was decided. */
  loan_step: { loan_id: string; position: number }
  /** Who drafted a loan, worked on it or handed it in, and who paid it out. */
  loan_hand: { loan_id: string; deed: string; staff_id: string }
  /** What befell a loan, in the order of entry. */
  loan_event: { loan_id: string; place: number; position: number; body: string }
  loan_installment: LoanInstallmentTable
}

export interface LoanTable {
  loan_id: string
  number: string
  client_id: string
  group_id: string | null
  branch_id: string
  product_id: string
  product_version: number
  currency: string
  status: string
  officer: string
  submitted_by: string | null
  cycle: number
  custodian_log: string
  custody_epoch: number
  agreement: string
  /** Of the first disbursement: when it counts from and when it falls due. */
  dates: string | null
  drafted_position: number
  drafted_on: string
  disbursed_on: string | null
  /** The business date of the newest record of it. */
  changed_on: string
  basis: string
  /** All that it has come to in the books. */
  booked: string
  /** What is outstanding by its plan, as of the newest record of it. */
  principal_minor: bigint
  interest_minor: bigint
  fees_minor: bigint
  penalties_minor: bigint
  overpaid_minor: bigint
  /** How often its dates were moved. */
  rescheduled: number
  /** The loan that it paid off, and the one that paid it off. */
  refinances: string | null
  refinanced_by: string | null
  /** The oldest installment that is not met, and what is outstanding of it. */
  oldest_due_on: string | null
  oldest_due_minor: bigint
  /** From when it is defaulted, and from when it earns only what is paid. */
  defaulted_on: string | null
  non_accrual_on: string | null
  /** The date whose close looked at it last; null where something has befallen it since. */
  looked_on: string | null
  /** Through which date its close does nothing but count interest; null where it has to be looked at. */
  quiet_until: string | null
  /** The span whose interest it earns evenly until then, and what was earned before; null where there is nothing to count. */
  earns_from: string | null
  earns_to: string | null
  earns_minor: bigint | null
  earned_before_minor: bigint | null
  /** What its late installments cost until then, and what was recognised of penalties beside it; null where nothing costs. */
  penalty_spans: string | null
  penalties_before_minor: bigint | null
}

/** The plan as it stands, with what became of each installment. */
export interface LoanInstallmentTable {
  loan_id: string
  number: number
  kind: string
  from_on: string
  due_on: string
  principal_minor: bigint
  interest_minor: bigint
  fees_minor: bigint
  penalties_minor: bigint
  paid_minor: bigint
  waived_minor: bigint
  written_off_minor: bigint
  outstanding_minor: bigint
  met_on: string | null
  balance_after_minor: bigint
}
