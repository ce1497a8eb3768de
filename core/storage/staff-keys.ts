import type { Database } from 'better-sqlite3'
import { prepared } from './run.ts'

/** Whose key, and at the installation of which log. */
export type KeyHolder = { readonly staffId: string; readonly logId: string }

const insertKey = prepared<KeyHolder & { position: number; publicKey: Uint8Array }, unknown>((db, param) =>
  db.insertInto('staff_key').values({
    staff_id: param('staffId'),
    log_id: param('logId'),
    since_position: param('position'),
    public_key: param('publicKey'),
  }),
)
const keyAt = prepared<KeyHolder & { position: number }, { public_key: Uint8Array }>((db, param) =>
  db
    .selectFrom('staff_key')
    .select('public_key')
    .where('staff_id', '=', param('staffId'))
    .where('log_id', '=', param('logId'))
    .where('since_position', '<=', param('position'))
    .orderBy('since_position', 'desc')
    .limit(1),
)

export const addStaffKey = (
  db: Database,
  key: KeyHolder & { readonly position: number; readonly publicKey: Uint8Array },
): void => {
  insertKey.run(db, { ...key })
}

/**
 * The public half of the key that a person had at an installation when the record at `position` of this file was made, or null. The
 * records of one log stand in every file in the same order, so every file gives the same answer for a record of that log.
 */
export const staffKeyAt = (db: Database, holder: KeyHolder, position: number): Uint8Array | null =>
  keyAt.get(db, { ...holder, position })?.publicKey ?? null

/** The key that a person has at an installation now. */
export const staffKeyNow = (db: Database, holder: KeyHolder): Uint8Array | null =>
  staffKeyAt(db, holder, Number.MAX_SAFE_INTEGER)
