import type { Cosigner, OwnLog } from '../command/desk.ts'
import type { Table } from '../import/table.ts'
import type { StorageProblem } from '../query/session-answers.ts'
import type { Books } from '../storage/books.ts'
import type { SyncClient } from '../sync/client.ts'
import type { VerifyStep } from '../verification/verify-books.ts'
import type { AuditKeeper } from './audit-keeper.ts'
import type { Bulk } from './bulk-state.ts'
import type { Closing } from './close-business.ts'
import type { HeadKeeper } from './head-keeper.ts'

/** The books while somebody works with them. Closing it closes the file and wipes the key. */
export interface OpenSession {
  readonly staffId: string
  readonly code: string
  readonly books: Books
  readonly log: OwnLog
  /** Its bytes change when the books get another key. */
  readonly databaseKey: Uint8Array
  readonly sync: SyncClient
  readonly head: HeadKeeper
  readonly audit: AuditKeeper
  /** How far a check of the books has come; null while there is none. */
  readonly verification: { progress: VerifyStep | null }
  /** The newest batch of many operations, with what became of each. */
  readonly bulk: { newest: Bulk | null }
  /** The file that is open for an import; nothing of it outlives the session. */
  readonly importing: { table: Table | null }
  readonly closing: Closing
  /** Who works here may have changed, by what the server sent: slots are looked through at the next call. */
  readonly staffNews: { hasCome: boolean }
  /** Ends what reads the books on connections of its own, such as an export: it would keep them from getting another key. */
  readonly readings: Set<() => void>
  /** Second signatures that wait for their command, by its request hash. */
  readonly cosigners: Map<string, Cosigner>
}

export type SessionState =
  | { readonly name: 'no-institution' }
  | { readonly name: 'signed-out' }
  | { readonly name: 'locked' }
  | { readonly name: 'open'; readonly session: OpenSession }
  /** What was seen from outside, such as a missing file, may have come back; what was met in the books stays until a sign-in. */
  | { readonly name: 'unavailable'; readonly problem: StorageProblem; readonly seen: 'outside' | 'inside' }

/** The one place that knows whether somebody works here. */
export interface SessionHolder {
  readonly state: () => SessionState
  /** The open session, or null. */
  readonly open: () => OpenSession | null
  /** Goes to the next state; a session that was open and is not the next one is closed. */
  readonly enter: (next: SessionState) => void
  /** The same state, of which something that is shown has changed. */
  readonly tell: () => void
  /** Resolves when every session that was left has let go of its books. */
  readonly settled: () => Promise<void>
}

export function holdSession(first: SessionState, entered: () => void): SessionHolder {
  let state = first
  let closing = Promise.resolve()
  return {
    state: () => state,
    open: () => (state.name === 'open' ? state.session : null),
    enter: next => {
      const last = state
      state = next
      if (last.name === 'open' && !(next.name === 'open' && next.session === last.session)) {
        const closed = closeSession(last.session, next.name)
        closing = closing.then(() => closed)
      }
      entered()
    },
    tell: entered,
    settled: () => closing,
  }
}

/** The key is wiped at once; the file is closed when a talk with the server, which is broken off, has let go of it. */
export async function closeSession(
  { sync, head, audit, cosigners, books, databaseKey, log }: OpenSession,
  next: SessionState['name'] = 'signed-out',
): Promise<void> {
  databaseKey.fill(0)
  cosigners.clear()
  try {
    audit.end(next === 'locked' || next === 'signed-out' ? next : null)
    await sync.stop().finally(head.end)
  } finally {
    books.close()
    log.requestKey.fill(0)
  }
}
