/** What belongs to this installation alone and is neither journal nor derived from it. */
export const localTables = `
CREATE TABLE draft (
  staff_id TEXT NOT NULL, form TEXT NOT NULL, body TEXT NOT NULL, saved_at TEXT NOT NULL, PRIMARY KEY (staff_id, form)
) STRICT, WITHOUT ROWID;
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE printed_paper (
  position INTEGER NOT NULL, output TEXT NOT NULL, copy INTEGER NOT NULL, PRIMARY KEY (position, output, copy)
) STRICT, WITHOUT ROWID;
`

/** The columns of the same tables, for Kysely. */
export interface LocalTables {
  draft: { staff_id: string; form: string; body: string; saved_at: string }
  setting: { name: string; value: string }
  /** Which papers of its receipts this installation has given. */
  printed_paper: { position: number; output: string; copy: number }
}
