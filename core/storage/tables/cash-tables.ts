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
