/** The general ledger. */
export const ledgerTables = `
CREATE TABLE balance (
  sub_account TEXT NOT NULL, account TEXT NOT NULL, currency TEXT NOT NULL, branch TEXT NOT NULL,
  debit_minor INTEGER NOT NULL, credit_minor INTEGER NOT NULL,
  pending_debit_minor INTEGER NOT NULL CHECK (pending_debit_minor >= 0), pending_credit_minor INTEGER NOT NULL CHECK (pending_credit_minor >= 0),
  moved_on TEXT NOT NULL,
  PRIMARY KEY (sub_account, account, currency, branch)
) STRICT, WITHOUT ROWID;
CREATE TABLE ledger_day (
  account TEXT NOT NULL, currency TEXT NOT NULL, branch TEXT NOT NULL, booking_date TEXT NOT NULL,
  debit_minor INTEGER NOT NULL, credit_minor INTEGER NOT NULL,
  PRIMARY KEY (account, currency, branch, booking_date)
) STRICT, WITHOUT ROWID;
CREATE TABLE value_dated (
  account TEXT NOT NULL, currency TEXT NOT NULL, branch TEXT NOT NULL, booking_date TEXT NOT NULL, value_date TEXT NOT NULL,
  debit_minor INTEGER NOT NULL, credit_minor INTEGER NOT NULL,
  PRIMARY KEY (account, currency, branch, booking_date, value_date)
) STRICT, WITHOUT ROWID;
CREATE TABLE ledger_account (
  code TEXT PRIMARY KEY, name TEXT NOT NULL, type TEXT NOT NULL, parent TEXT, posting INTEGER NOT NULL, control TEXT,
  closed INTEGER NOT NULL, version INTEGER NOT NULL
) STRICT;
CREATE TABLE ledger_account_version (
  code TEXT NOT NULL, version INTEGER NOT NULL, name TEXT NOT NULL, parent TEXT, closed INTEGER NOT NULL, position INTEGER NOT NULL,
  PRIMARY KEY (code, version)
) STRICT, WITHOUT ROWID;
CREATE TABLE period (month TEXT PRIMARY KEY, closed_position INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE late_record (position INTEGER PRIMARY KEY, month TEXT NOT NULL) STRICT;
CREATE TABLE year_closing (
  position INTEGER PRIMARY KEY, year INTEGER NOT NULL, branch_id TEXT NOT NULL, reopened_position INTEGER
) STRICT;
CREATE TABLE journal_template (
  template_id TEXT NOT NULL, version INTEGER NOT NULL, name TEXT NOT NULL, body TEXT NOT NULL, retired INTEGER NOT NULL,
  PRIMARY KEY (template_id, version)
) STRICT, WITHOUT ROWID;
CREATE TABLE recurring_journal (
  recurring_id TEXT PRIMARY KEY, template_id TEXT NOT NULL, template_version INTEGER NOT NULL, branch_id TEXT NOT NULL,
  total_minor INTEGER, frequency TEXT NOT NULL, starts_on TEXT NOT NULL, ends_on TEXT, times INTEGER,
  posted INTEGER NOT NULL, stopped INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`

/** The columns of the same tables, for Kysely. */
export interface LedgerTables {
  balance: BalanceTable
  ledger_day: LedgerDayTable
  value_dated: LedgerDayTable & { value_date: string }
  ledger_account: LedgerAccountTable
  ledger_account_version: LedgerAccountVersionTable
  /** The months that are closed. */
  period: { month: string; closed_position: number }
  /** What came for a month after it was closed. */
  late_record: { position: number; month: string }
  year_closing: YearClosingTable
  journal_template: JournalTemplateTable
  recurring_journal: RecurringJournalTable
}

/** All that was ever debited and credited, and what waits to be, never netted; a ledger account's own row has the empty sub-account. */
export interface BalanceTable {
  sub_account: string
  account: string
  currency: string
  branch: string
  debit_minor: bigint
  credit_minor: bigint
  pending_debit_minor: bigint
  pending_credit_minor: bigint
  /** The newest booking date of its lines. */
  moved_on: string
}

/**
 * A ledger account's counters as they stood at the end of a past booking date on which it moved; those of the newest such date
 * stand in `balance`. In `value_dated`: only what moved with that pair of dates, where the two differ.
 */
export interface LedgerDayTable {
  account: string
  currency: string
  branch: string
  booking_date: string
  debit_minor: bigint
  credit_minor: bigint
}

export interface LedgerAccountTable {
  code: string
  name: string
  type: string
  parent: string | null
  posting: number
  control: string | null
  closed: number
  version: number
}

/** What an account was called, where it stood, and whether it took lines, from a record on. */
export interface LedgerAccountVersionTable {
  code: string
  version: number
  name: string
  parent: string | null
  closed: number
  position: number
}

/** Every closing of a fiscal year in a branch, also one that was undone. */
export interface YearClosingTable {
  position: number
  year: number
  branch_id: string
  reopened_position: number | null
}

export interface JournalTemplateTable {
  template_id: string
  version: number
  name: string
  body: string
  retired: number
}

/** `posted` counts the due dates that were posted: they are posted in their order, so it tells which is next. */
export interface RecurringJournalTable {
  recurring_id: string
  template_id: string
  template_version: number
  branch_id: string
  total_minor: bigint | null
  frequency: string
  starts_on: string
  ends_on: string | null
  times: number | null
  posted: number
  stopped: number
}
