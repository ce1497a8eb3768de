const refuseChange = (table: string, verb: 'UPDATE' | 'DELETE'): string =>
  `CREATE TRIGGER ${table}_refuses_${verb.toLowerCase()} BEFORE ${verb} ON ${table}
BEGIN SELECT RAISE(ABORT, 'what a device signed is only added to'); END;`

/**
 * One institution on the server, as of the first issue: this text never changes. `cursor` numbers the records as they were stored, `position` the stream items as they were
 * handed out; SQLite has one writer, so nobody reads a number before the one below it is there.
 */
export const tenantTables = `
CREATE TABLE log (
  log_id TEXT PRIMARY KEY, public_key BLOB NOT NULL CHECK (length(public_key) = 32), is_head_office INTEGER NOT NULL,
  certificate BLOB, invite_id TEXT UNIQUE, proof BLOB, streams TEXT NOT NULL, is_admitted INTEGER NOT NULL,
  request_counter INTEGER NOT NULL, frozen_by TEXT, enrolled_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX one_head_office ON log (is_head_office) WHERE is_head_office = 1;
CREATE TABLE record (
  cursor INTEGER PRIMARY KEY AUTOINCREMENT, log_id TEXT NOT NULL REFERENCES log, seq INTEGER NOT NULL CHECK (seq > 0),
  hash BLOB NOT NULL CHECK (length(hash) = 32), signature BLOB NOT NULL CHECK (length(signature) = 64),
  bytes BLOB NOT NULL, received_at TEXT NOT NULL, UNIQUE (log_id, seq)
) STRICT;
CREATE TABLE fork (
  evidence TEXT PRIMARY KEY, log_id TEXT NOT NULL REFERENCES log, seq INTEGER NOT NULL, found_at TEXT NOT NULL
) STRICT;
CREATE TABLE fork_record (
  evidence TEXT NOT NULL REFERENCES fork, seq INTEGER NOT NULL, hash BLOB NOT NULL, signature BLOB NOT NULL, bytes BLOB NOT NULL,
  PRIMARY KEY (evidence, seq)
) STRICT;
CREATE TABLE stream_item (
  position INTEGER PRIMARY KEY AUTOINCREMENT, stream TEXT NOT NULL, n INTEGER NOT NULL CHECK (n > 0),
  cursor INTEGER NOT NULL REFERENCES record, running_hash BLOB NOT NULL, UNIQUE (stream, n)
) STRICT;
CREATE INDEX stream_item_by_cursor ON stream_item (cursor);
CREATE TABLE record_blob (
  cursor INTEGER NOT NULL REFERENCES record, hash TEXT NOT NULL, subject TEXT NOT NULL, PRIMARY KEY (cursor, hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX record_blob_by_hash ON record_blob (hash);
CREATE INDEX record_blob_by_subject ON record_blob (subject);
CREATE TABLE blob (hash TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
CREATE TABLE blob_piece (
  hash TEXT NOT NULL, at INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (hash, at)
) STRICT;
CREATE TABLE subject_key (subject TEXT PRIMARY KEY, key BLOB NOT NULL CHECK (length(key) = 32)) STRICT, WITHOUT ROWID;
CREATE TABLE invitation (
  invite_id TEXT PRIMARY KEY, code_key BLOB NOT NULL UNIQUE, branch_id TEXT NOT NULL, expires_on TEXT NOT NULL, used_by TEXT
) STRICT;
CREATE TABLE founding (id INTEGER PRIMARY KEY CHECK (id = 1), code_key BLOB NOT NULL) STRICT;
${['record', 'fork', 'fork_record', 'stream_item'].flatMap(table => [refuseChange(table, 'UPDATE'), refuseChange(table, 'DELETE')]).join('\n')}
`

/**
 * What each version since then made of the one before. A change of the schema is one more at the end; none changes once it is on the main
 * branch. A record on the server stays as it is.
 */
export const laterSteps: readonly string[] = ['ALTER TABLE log ADD COLUMN revoked_at TEXT']
