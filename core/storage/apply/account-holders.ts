import type { Database } from 'better-sqlite3'
import { prepared } from '../run.ts'

const removeHolders = prepared<{ accountId: string }, unknown>((db, param) =>
  db.deleteFrom('account_holder').where('account_id', '=', param('accountId')),
)
const insertHolder = prepared<{ accountId: string; place: number; clientId: string }, unknown>((db, param) =>
  db
    .insertInto('account_holder')
    .values({ account_id: param('accountId'), place: param('place'), client_id: param('clientId') }),
)

/** Everybody who holds the account from now on, the client whose it is first. */
export function setHolders(db: Database, accountId: string, holders: readonly string[]): void {
  removeHolders.run(db, { accountId })
  for (const [place, clientId] of holders.entries()) insertHolder.run(db, { accountId, place, clientId })
}
