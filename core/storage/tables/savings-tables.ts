/** The products and the savings accounts. */
export const savingsTables = `
CREATE TABLE product (
  product_id TEXT NOT NULL, version INTEGER NOT NULL, position INTEGER NOT NULL, body TEXT NOT NULL,
  PRIMARY KEY (product_id, version)
) STRICT;
CREATE TABLE retired_product (product_id TEXT PRIMARY KEY, position INTEGER NOT NULL) STRICT;
CREATE TABLE savings_account (
  account_id TEXT PRIMARY KEY, number TEXT NOT NULL UNIQUE, client_id TEXT NOT NULL, branch_id TEXT NOT NULL,
  product_id TEXT NOT NULL, product_version INTEGER NOT NULL, control_account TEXT NOT NULL, currency TEXT NOT NULL,
  status TEXT NOT NULL, custodian_log TEXT NOT NULL, custody_epoch INTEGER NOT NULL,
  opened_position INTEGER NOT NULL, opened_on TEXT NOT NULL, last_used_on TEXT NOT NULL, matures_on TEXT,
  installment_minor INTEGER, paid_in_minor INTEGER NOT NULL, overdraft_minor INTEGER, signing TEXT NOT NULL,
  term_from TEXT NOT NULL, mature_on TEXT, fee_months INTEGER NOT NULL, fees_owed_minor INTEGER NOT NULL,
  installments_judged INTEGER NOT NULL, installments_missed INTEGER NOT NULL
) STRICT;
CREATE INDEX savings_account_to_mature ON savings_account (mature_on) WHERE mature_on IS NOT NULL;
CREATE TABLE account_accrual (account_id TEXT PRIMARY KEY, through TEXT NOT NULL, state TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE account_holder (
  account_id TEXT NOT NULL, place INTEGER NOT NULL, client_id TEXT NOT NULL, PRIMARY KEY (account_id, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX account_holder_by_client ON account_holder (client_id);
CREATE INDEX savings_account_by_client ON savings_account (client_id);
CREATE INDEX savings_account_by_custodian ON savings_account (custodian_log, account_id, opened_on, status);
CREATE INDEX savings_account_by_position ON savings_account (opened_position);
CREATE TABLE account_day (
  account_id TEXT NOT NULL, date TEXT NOT NULL, withdrawn_minor INTEGER NOT NULL, operated_minor INTEGER NOT NULL,
  PRIMARY KEY (account_id, date)
) STRICT, WITHOUT ROWID;
CREATE TABLE standing_instruction (
  instruction_id TEXT PRIMARY KEY, account_id TEXT NOT NULL, to_account_id TEXT NOT NULL, amount_minor INTEGER NOT NULL,
  currency TEXT NOT NULL, frequency TEXT NOT NULL, starts_on TEXT NOT NULL, ends_on TEXT, times INTEGER,
  retry_days INTEGER NOT NULL, placed_position INTEGER NOT NULL, done INTEGER NOT NULL, ended_on TEXT, next_on TEXT,
  tried_on TEXT, outcome TEXT
) STRICT;
CREATE INDEX standing_instruction_by_account ON standing_instruction (account_id);
CREATE INDEX standing_instruction_due ON standing_instruction (next_on) WHERE next_on IS NOT NULL;
CREATE TABLE close_of_business (
  log_no INTEGER NOT NULL, date TEXT NOT NULL, step TEXT NOT NULL, chunk INTEGER NOT NULL, position INTEGER NOT NULL,
  up_to TEXT, is_last INTEGER NOT NULL, accounts INTEGER NOT NULL, failed INTEGER NOT NULL,
  PRIMARY KEY (log_no, date, step, chunk)
) STRICT, WITHOUT ROWID;
CREATE INDEX close_of_business_by_position ON close_of_business (log_no, position);
CREATE TABLE hold (
  hold_id TEXT PRIMARY KEY, account_id TEXT NOT NULL, amount_minor INTEGER NOT NULL, reason TEXT NOT NULL,
  placed_position INTEGER NOT NULL, placed_on TEXT NOT NULL, expires_on TEXT,
  resolved_position INTEGER, resolution TEXT, captured_minor INTEGER NOT NULL, loan_id TEXT
) STRICT;
CREATE INDEX hold_by_loan ON hold (loan_id) WHERE loan_id IS NOT NULL;
CREATE INDEX hold_by_account ON hold (account_id) WHERE resolved_position IS NULL;
CREATE INDEX hold_by_expiry ON hold (expires_on) WHERE resolved_position IS NULL AND expires_on IS NOT NULL;
`

/** The columns of the same tables, for Kysely. */
export interface SavingsTables {
  product: { product_id: string; version: number; position: number; body: string }
  retired_product: { product_id: string; position: number }
  savings_account: SavingsAccountTable
  /** Everybody who holds an account, the client whose it is at place 0. */
  account_holder: { account_id: string; place: number; client_id: string }
  /** What went through an account on a business date, for its limits. */
  account_day: { account_id: string; date: string; withdrawn_minor: bigint; operated_minor: bigint }
  standing_instruction: StandingInstructionTable
  hold: HoldTable
  /** How far an account's interest is counted, as the interest engine keeps it. */
  account_accrual: { account_id: string; through: string; state: string }
  close_of_business: CloseOfBusinessTable
}

/** One record of the close of business. `up_to`: the loan or the account that it came to, of the steps that go through all of them; `accounts`: how many it looked at. */
export interface CloseOfBusinessTable {
  log_no: number
  date: string
  step: string
  chunk: number
  position: number
  up_to: string | null
  /** Whether it ended the date. */
  is_last: number
  accounts: number
  failed: number
}

export interface SavingsAccountTable {
  account_id: string
  number: string
  client_id: string
  branch_id: string
  product_id: string
  product_version: number
  control_account: string
  currency: string
  status: string
  custodian_log: string
  custody_epoch: number
  opened_position: number
  opened_on: string
  /** The last business date on which the client used it. */
  last_used_on: string
  matures_on: string | null
  installment_minor: bigint | null
  /** Of a recurring deposit: all that came in, in whole installments. */
  paid_in_minor: bigint
  /** The overdraft agreed with the client; null where the product's holds. */
  overdraft_minor: bigint | null
  signing: string
  /** The day its term began; its opening, where it has none. */
  term_from: string
  /** The day at whose close its maturity is dealt with; null once it is, or where there is none. */
  mature_on: string | null
  /** For how many months since the opening fees were asked. */
  fee_months: number
  fees_owed_minor: bigint
  /** Installments that were looked for when the next one fell due, and those that were not there. */
  installments_judged: number
  installments_missed: number
}

export interface StandingInstructionTable {
  instruction_id: string
  account_id: string
  to_account_id: string
  amount_minor: bigint
  currency: string
  frequency: string
  starts_on: string
  ends_on: string | null
  times: number | null
  /** For how many days after its date it is tried again where the money is not there. */
  retry_days: number
  placed_position: number
  /** How many of its dates are done with, paid or given up. */
  done: number
  ended_on: string | null
  /** The day at whose close it is tried next; null when none is left. */
  next_on: string | null
  /** When it was tried last, and what became of it: `paid`, or why not. */
  tried_on: string | null
  outcome: string | null
}

export interface HoldTable {
  hold_id: string
  account_id: string
  amount_minor: bigint
  reason: string
  placed_position: number
  placed_on: string
  /** The last day that it counts on. */
  expires_on: string | null
  resolved_position: number | null
  /** How it ended: released, captured, expired, or with its loan. */
  resolution: string | null
  captured_minor: bigint
  /** The loan that it secures, which alone releases it. */
  loan_id: string | null
}
