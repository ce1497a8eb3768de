/**
 * What an installation knows about its server; storage creates these tables with its own. All of it is local: losing it loses
 * no record, because the server's head says what is stored there and every stream can be pulled again from its start.
 */
export const syncTables = `
CREATE TABLE sync_server (
  id INTEGER PRIMARY KEY CHECK (id = 1), url TEXT NOT NULL, tenant TEXT NOT NULL,
  public_key BLOB NOT NULL CHECK (length(public_key) = 32),
  head_office_key BLOB NOT NULL CHECK (length(head_office_key) = 32),
  request_counter INTEGER NOT NULL, acknowledged_seq INTEGER NOT NULL,
  last_contact_at TEXT, reference_current_at TEXT, frozen_evidence TEXT, is_revoked INTEGER NOT NULL
) STRICT;
CREATE TABLE server_receipt (
  seq INTEGER NOT NULL, hash BLOB NOT NULL CHECK (length(hash) = 32), cursor INTEGER NOT NULL,
  server_time TEXT NOT NULL, signature BLOB NOT NULL CHECK (length(signature) = 64), PRIMARY KEY (seq, hash)
) STRICT;
CREATE TABLE stream_cursor (
  stream TEXT PRIMARY KEY, n INTEGER NOT NULL CHECK (n >= 0), running_hash BLOB NOT NULL CHECK (length(running_hash) = 32)
) STRICT, WITHOUT ROWID;
CREATE TABLE stream_head (
  stream TEXT NOT NULL, n INTEGER NOT NULL, running_hash BLOB NOT NULL, signature BLOB NOT NULL, contradicted INTEGER NOT NULL,
  PRIMARY KEY (stream, n, running_hash)
) STRICT, WITHOUT ROWID;
CREATE TABLE blob_wanted (
  hash TEXT PRIMARY KEY, subject TEXT NOT NULL, name TEXT NOT NULL, bytes BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE forked_log (log_id TEXT PRIMARY KEY, evidence TEXT NOT NULL, found_at TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE salvaged_record (
  log_id TEXT NOT NULL, device_code TEXT NOT NULL, seq INTEGER NOT NULL, hash BLOB NOT NULL CHECK (length(hash) = 32),
  signature BLOB NOT NULL, bytes BLOB NOT NULL, actor_name TEXT NOT NULL, subject_name TEXT, subject_account TEXT,
  is_reversed INTEGER NOT NULL, PRIMARY KEY (log_id, seq)
) STRICT;
CREATE TABLE quarantined_record (
  log_id TEXT NOT NULL, seq INTEGER NOT NULL, hash BLOB NOT NULL CHECK (length(hash) = 32), signature BLOB NOT NULL,
  bytes BLOB NOT NULL, reason TEXT NOT NULL, received_at TEXT NOT NULL, PRIMARY KEY (log_id, seq, hash)
) STRICT;
`
