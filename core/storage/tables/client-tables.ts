/** The clients, and how they are found. */
export const clientTables = `
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
`

/** The columns of the same tables, for Kysely. */
export interface ClientTables {
  client: ClientTable
  /**
   * The folded words of the name; the `ascii` tokenizer takes every letter of every script as it is. `rowid` is the position of the
   * registration: FTS5 finds by it, not by other columns.
   */
  client_search: { rowid: number; client_id: string; words: string }
  /** What a client or an account is found by besides the name, with the position of its registration or opening. */
  search_key: { key: string; position: number }
}

export interface ClientTable {
  client_id: string
  number: string
  branch_id: string
  name: string
  name_folded: string
  birth_date: string
  phone: string | null
  id_number_folded: string | null
  profile_hash: string
  photo_hash: string | null
  registered_position: number
  registered_on: string
}
