/** How head office said that loan losses are provided for, and as of which days allowance accounts were brought to it. */
export const provisionTables = `
CREATE TABLE provision_policy (
  valid_from TEXT NOT NULL, method TEXT NOT NULL, first_percent TEXT NOT NULL, second_percent TEXT NOT NULL, third_percent TEXT NOT NULL,
  position INTEGER NOT NULL, PRIMARY KEY (valid_from, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE provision_posting (
  branch_id TEXT NOT NULL, currency TEXT NOT NULL, allowance TEXT NOT NULL, as_of TEXT NOT NULL, position INTEGER NOT NULL,
  PRIMARY KEY (branch_id, currency, allowance, as_of, position)
) STRICT, WITHOUT ROWID;
`

/** The columns of the same tables, for Kysely. */
export interface ProvisionTables {
  provision_policy: ProvisionPolicyTable
  provision_posting: ProvisionPostingTable
}

export interface ProvisionPolicyTable {
  valid_from: string
  method: string
  first_percent: string
  second_percent: string
  third_percent: string
  position: number
}

export interface ProvisionPostingTable {
  branch_id: string
  currency: string
  allowance: string
  as_of: string
  position: number
}
