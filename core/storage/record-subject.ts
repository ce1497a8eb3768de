import type { Database } from 'better-sqlite3'
import { accountNames, clientRow } from './clients.ts'
import { recordByPosition } from './records.ts'

export interface RecordSubject {
  readonly name: string
  readonly account?: string
}

/** Whom a record is about: a client's name, with the account's number when one is meant; null when it is about no client. */
export function subjectOf(db: Database, position: number): RecordSubject | null {
  const record = recordByPosition(db, position)?.record
  if (!record) return null
  const { accountId, clientId } = record.body
  const posted = record.entries.flatMap(({ lines }) => lines.map(({ subAccount }) => subAccount))
  for (const id of [accountId, ...posted]) {
    const named = typeof id === 'string' ? accountNames(db, id) : null
    if (named) return { name: named.name || named.clientNumber, account: named.number }
  }
  const client = typeof clientId === 'string' ? clientRow(db, clientId) : null
  return client && { name: client.name || client.number }
}
