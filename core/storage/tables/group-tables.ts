/** The groups of clients who borrow and meet together. */
export const groupTables = `
CREATE TABLE client_group (
  group_id TEXT PRIMARY KEY, number TEXT NOT NULL, branch_id TEXT NOT NULL, name TEXT NOT NULL, meets_on TEXT,
  formed_position INTEGER NOT NULL, formed_on TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX client_group_by_name ON client_group (name);
CREATE INDEX client_group_by_position ON client_group (formed_position);
CREATE TABLE group_member (
  group_id TEXT NOT NULL, place INTEGER NOT NULL, client_id TEXT NOT NULL, PRIMARY KEY (group_id, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX group_member_by_client ON group_member (client_id);
`

/** The columns of the same tables, for Kysely. */
export interface GroupTables {
  client_group: ClientGroupTable
  group_member: { group_id: string; place: number; client_id: string }
}

export interface ClientGroupTable {
  group_id: string
  number: string
  branch_id: string
  name: string
  meets_on: string | null
  formed_position: number
  formed_on: string
}
