import { isAllowed, type LimitName } from '../authority/roles.ts'
import type { Context, Grant } from '../decision/context.ts'
import { type AlwaysTwo, type LimitedAmount, secondPerson } from '../decision/second-person.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { isApprovable, type JournalCommand } from './command.ts'
import type { Verb } from './verb.ts'

export const isPermitted = (grant: Grant, verb: Pick<Verb, 'permission'>): boolean =>
  isAllowed(grant.role, verb.permission)

/**
 * May this person do this at all, now? In this order: suspended, not permitted, not at head office, device revoked, grant
 * expired, log frozen (but for who may sign in there), no open day.
 * An expired grant still takes cash in: a client who stands there with the money is never sent away.
 */
export function authorize(verb: Verb, context: Context): Result<null, Refusal> {
  const { actor } = context
  if (!actor.isActive) return refuse({ type: 'staff-suspended' })
  if (!isPermitted(actor, verb))
    return refuse({
      type: 'not-permitted',
      permission: verb.permission,
      role: actor.role,
    })
  if (verb.isHeadOfficeOnly && context.institution.headOfficeLog !== context.device.logId)
    return refuse({ type: 'not-head-office' })
  if (context.isLogRevoked) return refuse({ type: 'device-revoked' })
  if (actor.validUntil < context.now && verb.permission !== 'cash-in')
    return refuse({ type: 'grant-expired', validUntil: actor.validUntil })
  if (context.isLogFrozen && verb.permission !== 'staff') return refuse({ type: 'log-frozen' })
  if (verb.needsOpenDay && context.businessDate === null) return refuse({ type: 'day-not-open' })
  return ok(null)
}

/** What these limits bound is what a person does alone; whoever may approve is second person for any amount. */
const boundsOnePersonOnly: readonly LimitName[] = ['manualJournalMinor']

/** Whether an amount is within a person's own limit. */
export const isWithin = (held: LimitedAmount | AlwaysTwo | null, { limits }: Pick<Grant, 'limits'>): boolean =>
  held === null || 'alwaysTwo' in held || held.amountMinor <= limits[held.limit]

/** Null when the actor, or the second person, may decide it; otherwise the refusal that asks for one who may. */
export function checkLimit(held: LimitedAmount | AlwaysTwo, context: Context): Result<never, Refusal> | null {
  const { actor, checker, institution } = context
  const second = secondPerson(context)
  const { amountMinor } = held
  if ('alwaysTwo' in held)
    return second ? null : refuse({ type: 'second-person-needed', amountMinor, currency: held.currency })
  const { limit } = held
  if (amountMinor <= actor.limits[limit]) return null
  if (second && (boundsOnePersonOnly.includes(limit) || amountMinor <= second.limits[limit])) return null
  return refuse({
    type: 'approval-needed',
    limit,
    limitMinor: (checker ?? actor).limits[limit],
    amountMinor,
    currency: institution.currency,
    ...(checker ? { of: checker.name } : {}),
  })
}

/** What a command beyond a limit is refused with: of one that does not wait for a decision, that somebody signs it now. Rule: A71. */
export function whereSigned(refusal: Refusal, type: JournalCommand['type']): Refusal {
  if (isApprovable(type)) return refusal
  return refusal.type === 'approval-needed' || refusal.type === 'second-person-needed'
    ? { ...refusal, signedNow: true }
    : refusal
}
