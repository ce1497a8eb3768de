import type { Database } from 'better-sqlite3'
import { prepared } from './run.ts'

const forget = prepared<{ position: number }, unknown>((db, param) =>
  db.deleteFrom('search_key').where('position', '=', param('position')),
)
const keep = prepared<{ key: string; position: number }, unknown>((db, param) =>
  db.insertInto('search_key').values({ key: param('key'), position: param('position') }),
)

/** From now on what was registered or opened at the position is found by these keys, each once, and by no others. */
export function replaceSearchKeys(db: Database, position: number, keys: readonly string[]): void {
  forget.run(db, { position })
  for (const key of keys) keep.run(db, { key, position })
}
