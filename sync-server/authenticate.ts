import { logIdSchema } from '../core/journal/record.ts'
import { ok, type Result, refuse } from '../core/result.ts'
import type { WireRefusal } from '../core/sync/protocol.ts'
import { isRequestSigned, requestHeaders } from '../core/sync/signed-request.ts'
import type { Asker } from './send.ts'
import { type EnrolledLog, enrolledLog, takeCounter } from './storage/logs.ts'
import type { Tenant } from './storage/open-tenant.ts'

/** How far a request counter may run ahead of the last one: one wild request does not use up a log's counters for ever. */
const counterLeapMax = 1_000_000

/** A request as the server got it, before anybody believes who sent it. */
export interface Claimed {
  readonly method: string
  readonly path: string
  readonly headers: { readonly [name: string]: string | readonly string[] | undefined }
  readonly body: Uint8Array
}

export interface ClaimedIdentity {
  readonly log: string
  readonly counter: number
  readonly tenant: string
  readonly signature: string
}

/** Reads who the request says it is from; null when any part is missing or misshapen. */
export function claimedIdentity({ headers }: Claimed): ClaimedIdentity | null {
  const text = (name: string): string => (typeof headers[name] === 'string' ? headers[name] : '')
  const log = text(requestHeaders.log)
  const counter = text(requestHeaders.counter)
  const tenant = text(requestHeaders.tenant)
  const signature = text(requestHeaders.signature)
  if (!logIdSchema.safeParse(log).success || !/^[1-9]\d{0,14}$/.test(counter) || !/^[\w-]{86}$/.test(signature))
    return null
  return { log, counter: Number(counter), tenant, signature }
}

export const isClaimTrue = (publicKey: Uint8Array, claimed: Claimed, identity: ClaimedIdentity): boolean =>
  isRequestSigned(publicKey, { ...claimed, ...identity }, identity.signature)

export interface Authenticated {
  readonly log: EnrolledLog
  readonly asker: Asker
}

/** A request that goes no further; `asker` when it was signed well, so that the answer may be signed for it. */
export interface Unbelieved {
  readonly problem: WireRefusal
  readonly asker: Asker | null
}

/**
 * The enrolled log that made this request. Only who signed well learns which counter comes next; that is all an honest
 * device needs to go on, and a replayed request never gets past it.
 * Refuses: not-authenticated, counter-used. Rule: Y5.
 */
export function authenticate(tenant: Tenant, claimed: Claimed): Result<Authenticated, Unbelieved> {
  const identity = claimedIdentity(claimed)
  const log = identity && enrolledLog(tenant.db, identity.log)
  if (!log || identity.tenant !== tenant.name || !isClaimTrue(log.publicKey, claimed, identity))
    return refuse({ problem: { type: 'not-authenticated' }, asker: null })
  const asker = { tenant: tenant.name, log: log.logId, counter: identity.counter }
  if (identity.counter > log.requestCounter + counterLeapMax || !takeCounter(tenant.db, log.logId, identity.counter))
    return refuse({ problem: { type: 'counter-used', next: log.requestCounter + 1 }, asker })
  return ok({ log, asker })
}
