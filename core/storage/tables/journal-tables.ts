/** The journal and the books. Append-only: the triggers in `guards.ts` refuse every change. */
export const journalTables = `
CREATE TABLE log (
  log_no INTEGER PRIMARY KEY, log_id TEXT NOT NULL UNIQUE, public_key BLOB NOT NULL,
  device_code TEXT NOT NULL, own INTEGER NOT NULL CHECK (own IN (0, 1))
) STRICT;
CREATE TABLE record (
  position INTEGER PRIMARY KEY, log_no INTEGER NOT NULL REFERENCES log, seq INTEGER NOT NULL CHECK (seq > 0),
  key TEXT NOT NULL, type TEXT NOT NULL, class TEXT NOT NULL, actor TEXT NOT NULL, branch TEXT NOT NULL,
  business_date TEXT NOT NULL, value_date TEXT NOT NULL, recorded_at TEXT NOT NULL, receipt INTEGER,
  hash BLOB NOT NULL CHECK (length(hash) = 32), signature BLOB NOT NULL CHECK (length(signature) = 64), bytes BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX record_by_seq ON record (log_no, seq);
CREATE UNIQUE INDEX record_by_key ON record (key);
CREATE UNIQUE INDEX record_by_receipt ON record (log_no, receipt) WHERE receipt IS NOT NULL;
CREATE INDEX record_of_admission ON record (log_no, seq) WHERE type = 'device.admitted';
CREATE TABLE blob (
  hash TEXT PRIMARY KEY, subject TEXT NOT NULL, name TEXT NOT NULL, bytes BLOB NOT NULL, sent INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX blob_unsent ON blob (hash) WHERE sent = 0;
CREATE TABLE subject_key (subject TEXT PRIMARY KEY, key BLOB NOT NULL, sent INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX subject_key_unsent ON subject_key (subject) WHERE sent = 0;
`

/** The lines of the records: as little changed as those, and made anew from them like a projection. */
export const lineTable = `
CREATE TABLE line (
  position INTEGER NOT NULL REFERENCES record DEFERRABLE INITIALLY DEFERRED, entry_no INTEGER NOT NULL, line_no INTEGER NOT NULL,
  account TEXT NOT NULL, sub_account TEXT, currency TEXT NOT NULL,
  amount_minor INTEGER NOT NULL CHECK (amount_minor <> 0), balance_minor INTEGER,
  booking_date TEXT NOT NULL, value_date TEXT NOT NULL,
  PRIMARY KEY (position, entry_no, line_no)
) STRICT, WITHOUT ROWID;
CREATE INDEX line_by_sub_account ON line (sub_account, booking_date, position, entry_no, line_no, value_date, amount_minor, account)
WHERE sub_account IS NOT NULL;
CREATE INDEX line_by_account ON line (account, currency, booking_date);
CREATE INDEX line_by_value_date ON line (account, currency, value_date) WHERE value_date <> booking_date;
`

/** The columns of the same tables, for Kysely. */
export interface JournalTables {
  log: {
    log_no: number
    log_id: string
    public_key: Uint8Array
    device_code: string
    own: number
  }
  record: RecordTable
  line: LineTable
  blob: {
    hash: string
    subject: string
    name: string
    bytes: Uint8Array
    sent: number
  }
  subject_key: { subject: string; key: Uint8Array; sent: number }
}

export interface RecordTable {
  position: number
  log_no: number
  seq: number
  key: string
  type: string
  class: string
  actor: string
  branch: string
  business_date: string
  value_date: string
  recorded_at: string
  receipt: number | null
  hash: Uint8Array
  signature: Uint8Array
  bytes: Uint8Array
}

export interface LineTable {
  position: number
  entry_no: number
  line_no: number
  account: string
  sub_account: string | null
  currency: string
  amount_minor: bigint
  /** The sub-account's balance (debits minus credits) after this line, null without a sub-account. */
  balance_minor: bigint | null
  booking_date: string
  value_date: string
}
