import type { Database } from 'better-sqlite3'
import { accountNames, clientRow } from './clients.ts'
import { recordByPosition } from './records.ts'

/** Whom a record is about, in words: a client's name with the account's number; null when it is about no client. */
export function subjectOf(db: Database, position: number): string | null {
  const record = recordByPosition(db, position)?.record
  if (!record) return null
  const { accountId, clientId } = record.body
  const posted = record.entries.flatMap(({ lines }) => lines.map(({ subAccount }) => subAccount))
  for (const id of [accountId, ...posted]) {
    const named = typeof id === 'string' ? accountNames(db, id) : null
    if (named) return `${named.name || named.clientNumber} \u00b7 ${named.number}`
  }
  const client = typeof clientId === 'string' ? clientRow(db, clientId) : null
  return client && (client.name || client.number)
}
