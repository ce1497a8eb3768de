import { staffKeyed } from '../institution/staff-keyed.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { Books } from '../storage/books.ts'
import { inTransaction } from '../storage/in-transaction.ts'
import type { Desk } from './desk.ts'
import { appendDecision, type Executed } from './execute.ts'
import { loadContext } from './load-context.ts'
import { requestHashOf } from './request-hash.ts'

/**
 * The person signed in has another key at this installation from this record on, because they changed their passphrase: signatures of
 * before stay right, and the key of before makes no more. A grant that ran out stands in nobody's way. Refuses staff-suspended,
 * device-revoked. Rule: A30.
 */
export function recordOwnKey(books: Books, desk: Desk, publicKey: string): Result<Executed, Refusal> {
  const { staffId, log, environment } = desk
  const key = environment.newId()
  const asGiven = { type: 'staff.set-passphrase', key, staffId, passphrase: '' } as const
  return inTransaction(books.db, (): Result<Executed, Refusal> => {
    const context = loadContext(books, desk)
    if (!context.actor.isActive) return refuse({ type: 'staff-suspended' })
    if (context.isLogRevoked) return refuse({ type: 'device-revoked' })
    const identity = { key, requestHash: requestHashOf(log, asGiven) }
    return ok(appendDecision(books, desk, context, staffKeyed({ staffId, publicKey }), identity))
  })
}
