import type { SubjectText } from '../../audit/audit-event.ts'
/**
 * What happened at this installation and is not in the journal yet: only added to, until a sealed record holds it. The number of an
 * event is never given twice, so a newest one that was taken away is missed.
 */
export const auditTables = `
CREATE TABLE audit_event (
  n INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, staff_id TEXT, kind TEXT NOT NULL, what TEXT, refusal TEXT, subject TEXT,
  times INTEGER NOT NULL CHECK (times > 0), hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
`

/** Which sealed records hold which events, and in which of them a person, a kind or a subject stands; and the auditor's working papers. */
export const auditProjections = `
CREATE TABLE audit_seal (
  position INTEGER PRIMARY KEY, log_no INTEGER NOT NULL, seq INTEGER NOT NULL, first_n INTEGER NOT NULL, last_n INTEGER NOT NULL,
  first_at TEXT NOT NULL, last_at TEXT NOT NULL, head BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX audit_seal_by_seq ON audit_seal (log_no, seq);
CREATE TABLE working_paper (paper_id TEXT PRIMARY KEY, position INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX working_paper_by_position ON working_paper (position);
CREATE TABLE item_mark (
  paper_id TEXT NOT NULL, log TEXT NOT NULL, seq INTEGER NOT NULL, mark TEXT NOT NULL, position INTEGER NOT NULL,
  PRIMARY KEY (paper_id, log, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE audit_word (word TEXT NOT NULL, position INTEGER NOT NULL, PRIMARY KEY (word, position)) STRICT, WITHOUT ROWID;
`

const refuse = (verb: string, table: string, when: string, because: string): string =>
  `CREATE TRIGGER ${table}_refuses_${verb.toLowerCase()} BEFORE ${verb} ON ${table}${when}
BEGIN SELECT RAISE(ABORT, '${because}'); END;`

const sealedLast = `SELECT last_n FROM audit_seal
WHERE audit_seal.log_no = (SELECT log.log_no FROM log WHERE log.own = 1) ORDER BY audit_seal.seq DESC LIMIT 1`

export const auditGuards = `
${refuse('UPDATE', 'audit_event', '', 'the audit trail is only added to')}
${refuse('DELETE', 'audit_event', ` WHEN OLD.n > coalesce((${sealedLast}), 0)`, 'an event leaves the audit trail only into the journal')}
${refuse('INSERT', 'audit_event', ` WHEN NEW.n <> 1 + max(coalesce((SELECT max(n) FROM audit_event), 0), coalesce((${sealedLast}), 0))`, 'the audit trail has no gaps')}
`

/** The columns of the same tables, for Kysely. */
export interface AuditTables {
  audit_event: {
    n: number
    at: string
    staff_id: string | null
    kind: string
    what: string | null
    refusal: string | null
    subject: SubjectText | null
    times: number
    hash: Uint8Array
  }
  audit_seal: {
    position: number
    log_no: number
    seq: number
    first_n: number
    last_n: number
    first_at: string
    last_at: string
    head: Uint8Array
  }
  audit_word: { word: string; position: number }
  /** The record that drew a sample. */
  working_paper: { paper_id: string; position: number }
  /** The record that holds the newest mark of an item. */
  item_mark: { paper_id: string; log: string; seq: number; mark: string; position: number }
}
