/** What is found in the journal, what was put right in it, and what of it waits. */
export const journalProjections = `
CREATE TABLE log_turnover (
  log_no INTEGER NOT NULL, currency TEXT NOT NULL, block INTEGER NOT NULL, debit_minor INTEGER NOT NULL,
  PRIMARY KEY (log_no, currency, block)
) STRICT, WITHOUT ROWID;
CREATE TABLE journal_word (word TEXT NOT NULL, block INTEGER NOT NULL, PRIMARY KEY (word, block)) STRICT, WITHOUT ROWID;
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

/** The columns of the same tables, for Kysely. */
export interface JournalProjections {
  /** The debits of a log's records up to the newest one of a run of records; see `log-turnover.ts`. */
  log_turnover: { log_no: number; currency: string; block: number; debit_minor: bigint }
  /** In which runs of records a type, a person or a business date stands; see `journal-words.ts`. */
  journal_word: { word: string; block: number }
  reversal: { position: number; reversed_by: number }
  approval: ApprovalTable
  reprint: { position: number; copies: number }
  number_series: { series: string; last: number }
  pending_record: {
    log_no: number
    seq: number
    position: number
    type: string
    type_version: number
    reason: string
  }
}

export interface ApprovalTable {
  request_position: number
  command_key: string
  command_type: string
  amount_minor: bigint
  currency: string
  subject: string
  requested_by: string
  decided_position: number | null
}
