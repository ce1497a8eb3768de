import { isKnownType } from './apply/apply-record.ts'
import type { Books } from './books.ts'
import { rebuildProjections } from './rebuild.ts'
import { prepared } from './run.ts'

const waiting = prepared<Record<never, never>, { type: string; type_version: number }>(db =>
  db.selectFrom('pending_record').select(['type', 'type_version']).distinct().where('reason', '=', 'unknown-type'),
)

/**
 * After an update of the program: records whose type it did not know and now knows are applied. Everything is made anew from the
 * journal, so each of them comes in its own place, before what built on it. Returns whether there were any. Rule: J13.
 */
export function admitWaiting(books: Books): boolean {
  const isLearned = waiting.all(books.db, {}).some(({ type, typeVersion }) => isKnownType(type, typeVersion))
  return isLearned && rebuildProjections(books).ok
}
