import type { AuditSealed } from '../audit/audit-event.ts'
import { base64url, hex, hmacSha256, utf8 } from '../crypto/hash.ts'
import { ok } from '../result.ts'
import { forgetSealedEvents, sealedAuditHead, unsealedEvents } from '../storage/audit-events.ts'
import type { Books } from '../storage/books.ts'
import { inTransaction } from '../storage/in-transaction.ts'
import type { Desk } from './desk.ts'
import { appendDecision } from './execute.ts'
import { loadContext } from './load-context.ts'

/** What one record takes: about a quarter of what the server lets a record weigh. */
export const eventsPerSealMax = 200

/**
 * Puts the events that are not in the journal yet into one record of the own log, and takes them out of their table in the same
 * transaction. A log that may not grow any more leaves them where they are. Returns the topics that changed; none when there was
 * nothing to do. Rule: U4.
 */
export function sealAuditTrail(books: Books, desk: Desk): readonly string[] {
  const { db } = books
  const sealed = inTransaction(db, () => {
    const context = loadContext(books, desk)
    const body = context.isLogFrozen || context.isLogRevoked ? null : nextBatch(books)
    if (!body) return ok([])
    const decision = { type: 'audit.sealed', class: 'fact', entries: [], body } as const
    const key = desk.environment.newId()
    const requestHash = base64url(hmacSha256(desk.log.requestKey, utf8(`audit.sealed ${body.head}`)).subarray(0, 16))
    const { topics } = appendDecision(books, desk, context, decision, { key, requestHash })
    forgetSealedEvents(db, body.last)
    return ok(topics)
  })
  return sealed.ok ? sealed.value : []
}

/** The oldest events, as they are stored: what somebody did to them stays to be seen in the record. */
function nextBatch({ db }: Books): AuditSealed | null {
  const events = unsealedEvents(db).slice(-eventsPerSealMax).reverse()
  const last = events.at(-1)
  if (!last) return null
  const before = sealedAuditHead(db)
  return {
    first: before.n + 1,
    last: last.event.n,
    previous: hex(before.hash),
    head: hex(last.hash),
    events: events.map(({ event }) => event),
  }
}
