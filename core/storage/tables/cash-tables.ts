/** The business days and the cash of a branch. */
export const cashTables = `
CREATE TABLE business_day (
  log_no INTEGER NOT NULL, date TEXT NOT NULL, branch_id TEXT NOT NULL, opened_position INTEGER NOT NULL, closed_position INTEGER,
  PRIMARY KEY (log_no, date)
) STRICT, WITHOUT ROWID;
CREATE INDEX business_day_open ON business_day (date) WHERE closed_position IS NULL;
CREATE TABLE drawer (
  drawer_id TEXT PRIMARY KEY, log_no INTEGER NOT NULL, staff_id TEXT NOT NULL, branch_id TEXT NOT NULL, currency TEXT NOT NULL,
  date TEXT NOT NULL, float_minor INTEGER NOT NULL, opened_position INTEGER NOT NULL, closed_position INTEGER,
  counted TEXT, difference_minor INTEGER
) STRICT;
CREATE UNIQUE INDEX drawer_open ON drawer (log_no, staff_id, currency) WHERE closed_position IS NULL;
CREATE INDEX drawer_by_day ON drawer (log_no, date);
CREATE INDEX drawer_open_in_branch ON drawer (branch_id) WHERE closed_position IS NULL;
CREATE TABLE cash_transfer (
  transfer_id TEXT PRIMARY KEY, log_no INTEGER NOT NULL, branch_id TEXT NOT NULL, from_kind TEXT NOT NULL, from_id TEXT NOT NULL,
  to_kind TEXT NOT NULL, to_id TEXT NOT NULL, currency TEXT NOT NULL, amount_minor INTEGER NOT NULL, counted TEXT NOT NULL,
  slip TEXT, sent_by TEXT NOT NULL, sent_on TEXT NOT NULL, sent_position INTEGER NOT NULL, ended_position INTEGER,
  outcome TEXT, difference_minor INTEGER
) STRICT;
CREATE INDEX cash_transfer_open ON cash_transfer (branch_id, sent_position) WHERE ended_position IS NULL;
CREATE TABLE bank_account (
  bank_account_id TEXT PRIMARY KEY, account TEXT NOT NULL UNIQUE, bank_name TEXT NOT NULL, number TEXT NOT NULL, currency TEXT NOT NULL
) STRICT;
CREATE TABLE cash_count (
  place TEXT NOT NULL, currency TEXT NOT NULL, position INTEGER NOT NULL, date TEXT NOT NULL, counted TEXT NOT NULL,
  expected_minor INTEGER NOT NULL, difference_minor INTEGER NOT NULL, PRIMARY KEY (place, currency, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX cash_count_by_day ON cash_count (date, place);
CREATE TABLE cash_limit (
  branch_id TEXT NOT NULL, place TEXT NOT NULL, currency TEXT NOT NULL, max_minor INTEGER, min_minor INTEGER,
  PRIMARY KEY (branch_id, place, currency)
) STRICT, WITHOUT ROWID;
`

/** The columns of the same tables, for Kysely. */
export interface CashTables {
  business_day: {
    log_no: number
    date: string
    branch_id: string
    opened_position: number
    closed_position: number | null
  }
  drawer: DrawerTable
  cash_transfer: CashTransferTable
  bank_account: BankAccountTable
  cash_count: CashCountTable
  cash_limit: CashLimitTable
}

export interface CashLimitTable {
  branch_id: string
  /** `vault`, or the role of who keeps a drawer. */
  place: string
  currency: string
  max_minor: bigint | null
  min_minor: bigint | null
}

export interface DrawerTable {
  drawer_id: string
  log_no: number
  staff_id: string
  branch_id: string
  currency: string
  date: string
  float_minor: bigint
  opened_position: number
  closed_position: number | null
  counted: string | null
  difference_minor: bigint | null
}

/** What was counted in a drawer or vault, and what the books had said. `counted` is JSON of faces and pieces. */
export interface CashCountTable {
  place: string
  currency: string
  position: number
  date: string
  counted: string
  expected_minor: bigint
  difference_minor: bigint
}

/** Cash that one person sent and another receives; `outcome` is received or cancelled. */
export interface CashTransferTable {
  transfer_id: string
  log_no: number
  branch_id: string
  from_kind: string
  from_id: string
  to_kind: string
  to_id: string
  currency: string
  amount_minor: bigint
  counted: string
  slip: string | null
  sent_by: string
  sent_on: string
  sent_position: number
  ended_position: number | null
  outcome: string | null
  difference_minor: bigint | null
}

/** The institution's accounts at banks; the institution has few. */
export interface BankAccountTable {
  bank_account_id: string
  account: string
  bank_name: string
  number: string
  currency: string
}
