import type { Database } from 'better-sqlite3'
import { type RawBuilder, sql } from 'kysely'
import { accountNames, clientRow } from './clients.ts'
import { prepared } from './run.ts'

export interface RecordSubject {
  readonly name: string
  readonly account?: string
}

/** A list names fifty records at once: only what names somebody is read of each, and the record is not checked again. */
const inBody = (path: string): RawBuilder<unknown> =>
  sql`json_extract(CAST(bytes AS TEXT), ${sql.lit(`$.body.${path}`)})`
const namedInBody = prepared<{ position: number }, { account: unknown; loan: unknown; client: unknown }>((db, param) =>
  db
    .selectFrom('record')
    .select([inBody('accountId').as('account'), inBody('loanId').as('loan'), inBody('clientId').as('client')])
    .where('position', '=', param('position')),
)
const postedTo = prepared<{ position: number }, { sub_account: string | null }>((db, param) =>
  db
    .selectFrom('line')
    .select('sub_account')
    .where('position', '=', param('position'))
    .orderBy('entry_no')
    .orderBy('line_no'),
)

/** Whom a record is about: a client's name, with the account's number when one is meant; null when it is about no client. */
export function subjectOf(db: Database, position: number): RecordSubject | null {
  const named = namedInBody.get(db, { position })
  if (!named) return null
  const ids = [named.loan, named.account, ...postedTo.all(db, { position }).map(({ subAccount }) => subAccount)]
  for (const id of ids) {
    const account = typeof id === 'string' ? accountNames(db, id) : null
    if (account) return { name: account.name || account.clientNumber, account: account.number }
  }
  const client = typeof named.client === 'string' ? clientRow(db, named.client) : null
  return client && { name: client.name || client.number }
}
