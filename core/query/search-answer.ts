import type { Database } from 'better-sqlite3'
import { sql } from 'kysely'
import { foldWords } from '../customers/fold-text.ts'
import { prepared } from '../storage/run.ts'
import { loadSavingsAccount } from '../storage/savings-accounts.ts'
import type { SearchHit } from './answers.ts'

const clients = prepared<
  { words: string; limit: number },
  { client_id: string; name: string; number: string; phone: string | null }
>((db, param) =>
  db
    .selectFrom('client_search')
    .innerJoin('client', 'client.client_id', 'client_search.client_id')
    .select(['client.client_id', 'client.name', 'client.number', 'client.phone'])
    .where(sql<boolean>`client_search MATCH ${param('words')}`)
    .orderBy(sql`rank`)
    .limit(param('limit') as never),
)
const accountsOf = prepared<{ clientId: string }, { account_id: string; number: string }>((db, param) =>
  db
    .selectFrom('savings_account')
    .select(['account_id', 'number'])
    .where('client_id', '=', param('clientId'))
    .orderBy('number'),
)
const accountsByNumber = prepared<
  { from: string; to: string; limit: number },
  { account_id: string; client_id: string; name: string }
>((db, param) =>
  db
    .selectFrom('savings_account')
    .innerJoin('client', 'client.client_id', 'savings_account.client_id')
    .select(['account_id', 'client.client_id', 'client.name'])
    .where('savings_account.number', '>=', param('from'))
    .where('savings_account.number', '<', param('to'))
    .orderBy('savings_account.number')
    .limit(param('limit') as never),
)

/** Every word as a quoted prefix: nothing that a person types is read as FTS5 syntax. */
const matchExpression = (text: string): string =>
  foldWords(text)
    .split(' ')
    .filter(Boolean)
    .map(word => `"${word}"*`)
    .join(' ')

/** People and accounts by the beginnings of name, number, phone or ID number, the best first; nothing for an empty text. */
export function searchAnswer(
  db: Database,
  { text, limit }: { readonly text: string; readonly limit: number },
): readonly SearchHit[] {
  const words = matchExpression(text)
  if (words === '') return []
  const hits = accountHits(db, text, limit)
  for (const { clientId, name, number, phone } of clients.all(db, { words, limit })) {
    hits.push({ kind: 'client', clientId, name, number, detail: phone ?? '' })
    for (const { accountId } of accountsOf.all(db, { clientId })) hits.push(accountHit(db, accountId, clientId, name))
  }
  return hits.slice(0, limit)
}

function accountHits(db: Database, text: string, limit: number): SearchHit[] {
  const from = text.trim().toUpperCase()
  if (!/^S\d/.test(from)) return []
  return accountsByNumber
    .all(db, { from, to: `${from}\uffff`, limit })
    .map(({ accountId, clientId, name }) => accountHit(db, accountId, clientId, name))
}

function accountHit(db: Database, accountId: string, clientId: string, name: string): SearchHit {
  const account = loadSavingsAccount(db, accountId, null)
  if (!account) return { kind: 'account', clientId, accountId, name, number: '', detail: '' }
  const { number, product, balanceMinor, currency } = account
  return { kind: 'account', clientId, accountId, name, number, detail: product.name, balanceMinor, currency }
}
