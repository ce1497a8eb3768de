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
CREATE TABLE cash_count (
  place TEXT NOT NULL, currency TEXT NOT NULL, position INTEGER NOT NULL, date TEXT NOT NULL, counted TEXT NOT NULL,
  expected_minor INTEGER NOT NULL, difference_minor INTEGER NOT NULL, PRIMARY KEY (place, currency, position)
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
  cash_count: CashCountTable
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
