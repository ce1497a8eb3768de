import type { Database } from 'better-sqlite3'
import { statement } from './statement.ts'

export interface Invitation {
  readonly inviteId: string
  readonly codeKey: Uint8Array
  readonly branchId: string
  readonly expiresOn: string
  readonly usedBy: string | null
}

const insertInvitation = statement<{ inviteId: string; codeKey: Uint8Array; branchId: string; expiresOn: string }>(
  'INSERT OR IGNORE INTO invitation VALUES (@inviteId, @codeKey, @branchId, @expiresOn, NULL)',
)
const invitation = statement<{ codeKey: Uint8Array }, Invitation>(
  `SELECT invite_id AS inviteId, code_key AS codeKey, branch_id AS branchId, expires_on AS expiresOn, used_by AS usedBy
   FROM invitation WHERE code_key = @codeKey`,
)
const use = statement<{ inviteId: string; logId: string }>(
  'UPDATE invitation SET used_by = @logId WHERE invite_id = @inviteId AND used_by IS NULL',
)
const founding = statement<Record<never, never>, { codeKey: Uint8Array }>('SELECT code_key AS codeKey FROM founding')
const setFounding = statement<{ codeKey: Uint8Array }>('INSERT OR REPLACE INTO founding VALUES (1, @codeKey)')

export const keepInvitation = (
  db: Database,
  invited: { inviteId: string; codeKey: Uint8Array; branchId: string; expiresOn: string },
): void => {
  insertInvitation.run(db, invited)
}

export const invitationOf = (db: Database, codeKey: Uint8Array): Invitation | null =>
  invitation.get(db, { codeKey }) ?? null
export const redeemInvitation = (db: Database, inviteId: string, logId: string): boolean =>
  use.run(db, { inviteId, logId }).changes === 1

export const foundingKey = (db: Database): Uint8Array | null => founding.get(db, {})?.codeKey ?? null

/** Only one founding code is good at a time: the last one printed. */
export const setFoundingKey = (db: Database, codeKey: Uint8Array): void => {
  setFounding.run(db, { codeKey })
}
