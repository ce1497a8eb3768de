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
CREATE TABLE line (
  position INTEGER NOT NULL REFERENCES record DEFERRABLE INITIALLY DEFERRED, entry_no INTEGER NOT NULL, line_no INTEGER NOT NULL,
  account TEXT NOT NULL, sub_account TEXT, currency TEXT NOT NULL,
  amount_minor INTEGER NOT NULL CHECK (amount_minor <> 0), balance_minor INTEGER,
  booking_date TEXT NOT NULL, value_date TEXT NOT NULL,
  PRIMARY KEY (position, entry_no, line_no)
) STRICT, WITHOUT ROWID;
CREATE INDEX line_by_sub_account ON line (sub_account, booking_date, position, entry_no, line_no, value_date, amount_minor)
WHERE sub_account IS NOT NULL;
CREATE TABLE blob (
  hash TEXT PRIMARY KEY, subject TEXT NOT NULL, name TEXT NOT NULL, bytes BLOB NOT NULL, sent INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX blob_unsent ON blob (hash) WHERE sent = 0;
CREATE TABLE subject_key (subject TEXT PRIMARY KEY, key BLOB NOT NULL, sent INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX subject_key_unsent ON subject_key (subject) WHERE sent = 0;
`

/** What can be thrown away and rebuilt from the journal: written only by the appliers. */
export const projectionTables = `
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
CREATE TABLE log_turnover (
  log_no INTEGER NOT NULL, currency TEXT NOT NULL, block INTEGER NOT NULL, debit_minor INTEGER NOT NULL,
  PRIMARY KEY (log_no, currency, block)
) STRICT, WITHOUT ROWID;
CREATE TABLE journal_word (word TEXT NOT NULL, block INTEGER NOT NULL, PRIMARY KEY (word, block)) STRICT, WITHOUT ROWID;
CREATE TABLE institution (
  institution_id TEXT PRIMARY KEY, name TEXT NOT NULL, country TEXT NOT NULL, currency TEXT NOT NULL, head_office_log TEXT NOT NULL
) STRICT;
CREATE TABLE branch (branch_id TEXT PRIMARY KEY, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL, vault_id TEXT NOT NULL) STRICT;
CREATE TABLE ledger_account (
  code TEXT PRIMARY KEY, name TEXT NOT NULL, type TEXT NOT NULL, parent TEXT, posting INTEGER NOT NULL, control TEXT,
  closed INTEGER NOT NULL, version INTEGER NOT NULL
) STRICT;
CREATE TABLE ledger_account_version (
  code TEXT NOT NULL, version INTEGER NOT NULL, name TEXT NOT NULL, parent TEXT, closed INTEGER NOT NULL, position INTEGER NOT NULL,
  PRIMARY KEY (code, version)
) STRICT, WITHOUT ROWID;
CREATE TABLE journal_template (
  template_id TEXT NOT NULL, version INTEGER NOT NULL, name TEXT NOT NULL, body TEXT NOT NULL, retired INTEGER NOT NULL,
  PRIMARY KEY (template_id, version)
) STRICT, WITHOUT ROWID;
CREATE TABLE recurring_journal (
  recurring_id TEXT PRIMARY KEY, template_id TEXT NOT NULL, template_version INTEGER NOT NULL, branch_id TEXT NOT NULL,
  total_minor INTEGER, frequency TEXT NOT NULL, starts_on TEXT NOT NULL, ends_on TEXT, times INTEGER,
  posted INTEGER NOT NULL, stopped INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE product (
  product_id TEXT NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (product_id, version)
) STRICT;
CREATE TABLE staff (
  staff_id TEXT PRIMARY KEY, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL, role TEXT NOT NULL, limits TEXT NOT NULL,
  grant_valid_until TEXT NOT NULL, status TEXT NOT NULL, branch_id TEXT NOT NULL
) STRICT;
CREATE TABLE staff_key (
  staff_id TEXT NOT NULL, log_id TEXT NOT NULL, since_position INTEGER NOT NULL, public_key BLOB NOT NULL,
  PRIMARY KEY (staff_id, log_id, since_position)
) STRICT, WITHOUT ROWID;
CREATE TABLE device (
  log_id TEXT PRIMARY KEY, branch_id TEXT NOT NULL, device_code TEXT NOT NULL UNIQUE, staff_id TEXT NOT NULL, admitted_position INTEGER NOT NULL,
  revoked_position INTEGER, successor TEXT
) STRICT;
CREATE TABLE invitation (
  invite_id TEXT PRIMARY KEY, code_key TEXT NOT NULL, staff_id TEXT NOT NULL, branch_id TEXT NOT NULL,
  device_code TEXT NOT NULL UNIQUE, expires_on TEXT NOT NULL, redeemed_by TEXT
) STRICT;
CREATE TABLE business_day (
  log_no INTEGER NOT NULL, date TEXT NOT NULL, branch_id TEXT NOT NULL, opened_position INTEGER NOT NULL, closed_position INTEGER,
  PRIMARY KEY (log_no, date)
) STRICT, WITHOUT ROWID;
CREATE TABLE drawer (
  drawer_id TEXT PRIMARY KEY, log_no INTEGER NOT NULL, staff_id TEXT NOT NULL, branch_id TEXT NOT NULL, currency TEXT NOT NULL,
  date TEXT NOT NULL, float_minor INTEGER NOT NULL, opened_position INTEGER NOT NULL, closed_position INTEGER,
  counted TEXT, difference_minor INTEGER
) STRICT;
CREATE UNIQUE INDEX drawer_open ON drawer (log_no, staff_id, currency) WHERE closed_position IS NULL;
CREATE INDEX drawer_by_day ON drawer (log_no, date);
CREATE TABLE client (
  client_id TEXT PRIMARY KEY, number TEXT NOT NULL UNIQUE, branch_id TEXT NOT NULL, name TEXT NOT NULL, name_folded TEXT NOT NULL,
  birth_date TEXT NOT NULL, phone TEXT, id_number_folded TEXT, profile_hash TEXT NOT NULL, photo_hash TEXT,
  registered_position INTEGER NOT NULL, registered_on TEXT NOT NULL
) STRICT;
CREATE INDEX client_by_phone ON client (phone) WHERE phone IS NOT NULL;
CREATE INDEX client_by_id_number ON client (id_number_folded) WHERE id_number_folded IS NOT NULL;
CREATE INDEX client_by_name ON client (name_folded, birth_date);
CREATE INDEX client_by_position ON client (registered_position);
CREATE VIRTUAL TABLE client_search USING fts5 (client_id UNINDEXED, words, tokenize = 'ascii', prefix = '1 2 3');
CREATE TABLE search_key (key TEXT NOT NULL, position INTEGER NOT NULL, PRIMARY KEY (key, position)) STRICT, WITHOUT ROWID;
CREATE INDEX search_key_by_position ON search_key (position);
CREATE TABLE savings_account (
  account_id TEXT PRIMARY KEY, number TEXT NOT NULL UNIQUE, client_id TEXT NOT NULL, branch_id TEXT NOT NULL,
  product_id TEXT NOT NULL, product_version INTEGER NOT NULL, control_account TEXT NOT NULL, currency TEXT NOT NULL,
  status TEXT NOT NULL, custodian_log TEXT NOT NULL, custody_epoch INTEGER NOT NULL,
  opened_position INTEGER NOT NULL, opened_on TEXT NOT NULL
) STRICT;
CREATE INDEX savings_account_by_client ON savings_account (client_id);
CREATE INDEX savings_account_by_custodian ON savings_account (custodian_log);
CREATE INDEX savings_account_by_position ON savings_account (opened_position);
CREATE TABLE withdrawal_day (
  account_id TEXT NOT NULL, date TEXT NOT NULL, amount_minor INTEGER NOT NULL, PRIMARY KEY (account_id, date)
) STRICT, WITHOUT ROWID;
CREATE TABLE hold (
  hold_id TEXT PRIMARY KEY, account_id TEXT NOT NULL, amount_minor INTEGER NOT NULL, reason TEXT NOT NULL,
  placed_position INTEGER NOT NULL, placed_on TEXT NOT NULL, expires_on TEXT,
  resolved_position INTEGER, resolution TEXT, captured_minor INTEGER NOT NULL
) STRICT;
CREATE INDEX hold_by_account ON hold (account_id) WHERE resolved_position IS NULL;
CREATE INDEX hold_by_expiry ON hold (expires_on) WHERE resolved_position IS NULL AND expires_on IS NOT NULL;
CREATE TABLE reversal (position INTEGER PRIMARY KEY, reversed_by INTEGER NOT NULL UNIQUE) STRICT;
CREATE TABLE approval (
  request_position INTEGER PRIMARY KEY, command_key TEXT NOT NULL, command_type TEXT NOT NULL, amount_minor INTEGER NOT NULL, currency TEXT NOT NULL,
  subject TEXT NOT NULL, requested_by TEXT NOT NULL, decided_position INTEGER
) STRICT;
CREATE INDEX approval_by_command ON approval (command_key);
CREATE INDEX approval_open ON approval (request_position) WHERE decided_position IS NULL;
CREATE TABLE reprint (position INTEGER PRIMARY KEY, copies INTEGER NOT NULL) STRICT;
CREATE TABLE number_series (series TEXT PRIMARY KEY, last INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE pending_record (
  log_no INTEGER NOT NULL, seq INTEGER NOT NULL, position INTEGER NOT NULL, type TEXT NOT NULL, type_version INTEGER NOT NULL,
  reason TEXT NOT NULL, PRIMARY KEY (log_no, seq)
) STRICT, WITHOUT ROWID;
`

/** What belongs to this installation alone and is neither journal nor derived from it. */
export const localTables = `
CREATE TABLE draft (
  staff_id TEXT NOT NULL, form TEXT NOT NULL, body TEXT NOT NULL, saved_at TEXT NOT NULL, PRIMARY KEY (staff_id, form)
) STRICT, WITHOUT ROWID;
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
`

/** Which papers of its receipts this installation has given. Since version 2. */
export const paperTables = `
CREATE TABLE printed_paper (
  position INTEGER NOT NULL, output TEXT NOT NULL, copy INTEGER NOT NULL, PRIMARY KEY (position, output, copy)
) STRICT, WITHOUT ROWID;
`
