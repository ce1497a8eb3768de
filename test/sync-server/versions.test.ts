import { createHash } from 'node:crypto'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openTenant } from '../../sync-server/storage/open-tenant.ts'
import { laterSteps, tenantTables } from '../../sync-server/storage/schema.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const fingerprint = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)

/** The text of each version as it went out: the first issue's, then one a step. */
const known = ['74fdb85730f47e21', '885f3807c5f36ac3']

test('[Y39] a change of the schema is one more step, and no step that was made ever changes', () => {
  expect(
    [tenantTables, ...laterSteps].map(fingerprint),
    'Databases that exist would not get the change: add a step at the end of sync-server/storage/schema.ts, and its line here.',
  ).toEqual(known)
})

test('[Y39] a database of the first issue is brought up to date with all that is in it', () => {
  const file = path.join(temporaryFolder(), 'main.db')
  const old = new Sqlite(file)
  old.exec(tenantTables)
  old.pragma('user_version = 1')
  old.exec(`INSERT INTO log (log_id, public_key, is_head_office, streams, is_admitted, request_counter, enrolled_at)
VALUES ('abc', zeroblob(32), 0, '["reference"]', 1, 7, '2026-03-02T08:00:00.000Z');
INSERT INTO record (log_id, seq, hash, signature, bytes, received_at)
VALUES ('abc', 1, zeroblob(32), zeroblob(64), X'7b7d', '2026-03-02T08:00:01.000Z')`)
  const before = [old.prepare('SELECT * FROM log').get(), old.prepare('SELECT * FROM record').get()]
  old.close()
  const { db } = openTenant('main', file)
  expect(db.pragma('user_version', { simple: true })).toBe(known.length)
  expect([db.prepare('SELECT * FROM log').get(), db.prepare('SELECT * FROM record').get()]).toEqual([
    { ...(before[0] as object), revoked_at: null },
    before[1],
  ])
  expect(() => db.exec('DELETE FROM record')).toThrow('only added to')
  db.close()
})
