/** The institution, its branches, people and devices. */
export const institutionTables = `
CREATE TABLE institution (
  institution_id TEXT PRIMARY KEY, name TEXT NOT NULL, country TEXT NOT NULL, currency TEXT NOT NULL, head_office_log TEXT NOT NULL,
  founded_on TEXT NOT NULL, fiscal_start_month INTEGER NOT NULL
) STRICT;
CREATE TABLE branch (branch_id TEXT PRIMARY KEY, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL, vault_id TEXT NOT NULL) STRICT;
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
CREATE TABLE rest_day (place INTEGER PRIMARY KEY, weekday TEXT NOT NULL) STRICT;
CREATE TABLE holiday (date TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT;
`

/** The columns of the same tables, for Kysely. */
export interface InstitutionTables {
  institution: {
    institution_id: string
    name: string
    country: string
    currency: string
    head_office_log: string
    founded_on: string
    /** January is 1. */
    fiscal_start_month: number
  }
  branch: { branch_id: string; code: string; name: string; vault_id: string }
  staff: StaffTable
  staff_key: StaffKeyTable
  device: {
    log_id: string
    branch_id: string
    device_code: string
    staff_id: string
    admitted_position: number
    revoked_position: number | null
    /** The device that keeps what this one kept. */
    successor: string | null
  }
  invitation: InvitationTable
  /** When nobody works: days of every week, and single days. */
  rest_day: { place: number; weekday: string }
  holiday: { date: string; name: string }
}

export interface StaffTable {
  staff_id: string
  code: string
  name: string
  role: string
  limits: string
  grant_valid_until: string
  status: string
  /** Where the person works. */
  branch_id: string
}

/** A person has one key at an installation at a time; records of its log are co-signed with it from that record on. */
export interface StaffKeyTable {
  staff_id: string
  log_id: string
  since_position: number
  public_key: Uint8Array
}

export interface InvitationTable {
  invite_id: string
  code_key: string
  staff_id: string
  branch_id: string
  device_code: string
  expires_on: string
  redeemed_by: string | null
}
