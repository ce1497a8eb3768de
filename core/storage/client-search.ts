import type { Database } from 'better-sqlite3'
import { sql } from 'kysely'
import { prepared } from './run.ts'

/** Somebody who was found, or one of their accounts or loans when its number was looked for; or a group. */
export type Found = FoundOfClient | { readonly groupId: string }

export interface FoundOfClient {
  readonly clientId: string
  readonly accountId: string | null
  readonly loanId: string | null
}

type Range = { from: string; to: string; limit: number }

type OfKey = { client_id: string; account_id: string | null; loan_id: string | null; group_id: string | null }

const byKey = prepared<Range, OfKey>((db, param) =>
  db
    .selectFrom('search_key')
    .leftJoin('client', 'client.registered_position', 'search_key.position')
    .leftJoin('savings_account', 'savings_account.opened_position', 'search_key.position')
    .leftJoin('loan', 'loan.drafted_position', 'search_key.position')
    .leftJoin('client_group', 'client_group.formed_position', 'search_key.position')
    .select([
      sql<string>`coalesce(client.client_id, savings_account.client_id, loan.client_id)`.as('client_id'),
      'savings_account.account_id',
      'loan.loan_id',
      'client_group.group_id',
    ])
    .where('search_key.key', '>=', param('from'))
    .where('search_key.key', '<', param('to'))
    .orderBy('search_key.key')
    .orderBy('search_key.position')
    .limit(param('limit')),
)
const byNameStart = prepared<Range, { client_id: string }>((db, param) =>
  db
    .selectFrom('client')
    .select('client_id')
    .where('name_folded', '>=', param('from'))
    .where('name_folded', '<', param('to'))
    .orderBy('name_folded')
    .limit(param('limit')),
)
const byWords = prepared<{ expression: string; limit: number }, { client_id: string }>((db, param) =>
  db
    .selectFrom('client_search')
    .select('client_id')
    .where(sql<boolean>`client_search MATCH ${param('expression')}`)
    .orderBy('rowid', 'desc')
    .limit(param('limit')),
)

/** Everything that begins with a text stands between it and this; U+10FFFF is after every letter. */
const rangeOf = (start: string, limit: number): Range => ({ from: start, to: `${start}\u{10ffff}`, limit })

/** Clients, accounts, loans and groups with a key that begins with `start`, an equal key first. */
export const foundByKey = (db: Database, start: string, limit: number): readonly Found[] =>
  byKey.all(db, rangeOf(start, limit)).map(({ groupId, ...found }) => (groupId === null ? found : { groupId }))

/** Clients whose whole name begins with the folded text, by name. */
export const foundByNameStart = (db: Database, folded: string, limit: number): readonly FoundOfClient[] =>
  byNameStart.all(db, rangeOf(folded, limit)).map(asClient)

/**
 * Clients whose name has all the words, whole or as beginnings, the newest first. Each word is quoted, so nothing that a person types
 * is read as FTS5 syntax. There is no rank: ordering thousands to show twenty is what makes a short word slow.
 */
export function foundByWords(
  db: Database,
  words: readonly string[],
  { whole, limit }: { readonly whole: boolean; readonly limit: number },
): readonly FoundOfClient[] {
  const expression = words.map(word => `"${word}"${whole ? '' : '*'}`).join(' ')
  return byWords.all(db, { expression, limit }).map(asClient)
}

const asClient = ({ clientId }: { readonly clientId: string }): FoundOfClient => ({
  clientId,
  accountId: null,
  loanId: null,
})
