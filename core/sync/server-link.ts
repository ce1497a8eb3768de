import type { Database } from 'better-sqlite3'
import { present } from '../assert.ts'
import type { OwnLog } from '../command/desk.ts'
import { knownServer, setLastContact, setRequestCounter } from './known-server.ts'
import type { Link } from './link.ts'
import type { Transport } from './transport.ts'

export interface LinkParts {
  readonly transport: Transport
  readonly log: OwnLog
  readonly signal: AbortSignal
  readonly now: () => string
}

/** The way to the server that the books know: pinned by its key, with the counter kept beside it. */
export function serverLink(db: Database, { transport, log, signal, now }: LinkParts): Link {
  const server = () => present(knownServer(db), 'a linked installation knows its server')
  const { tenant, publicKey } = server()
  return {
    transport,
    log,
    signal,
    tenant,
    serverKey: publicKey,
    counter: { read: () => server().requestCounter, write: value => setRequestCounter(db, value) },
    onAnswer: () => setLastContact(db, now()),
  }
}
