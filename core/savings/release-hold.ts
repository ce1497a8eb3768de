import { permissionsByRole } from '../authority/roles.ts'
import type { OpenDayContext } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { checkPostable, type SavingsAccount } from './savings-account.ts'
import type { ReleaseHold } from './savings-commands.ts'

export interface HoldState {
  readonly hold: { readonly holdId: string; readonly isActive: boolean; readonly reason: string }
  readonly account: SavingsAccount
}

/** Holds that somebody else than the counter answers for. */
const needsOverseer: readonly string[] = ['court-order', 'dispute']

/** Makes a held amount available again. Refuses not-permitted (a court's or a dispute's hold is a manager's to release), hold-not-active, then what no posting to the account is allowed for. Rule: S8. */
export function releaseHold(
  { hold, account }: HoldState,
  _command: ReleaseHold,
  context: OpenDayContext,
): Result<Decision, Refusal> {
  if (needsOverseer.includes(hold.reason) && !permissionsByRole[context.actor.role].includes('approve'))
    return refuse({ type: 'not-permitted', permission: 'approve', role: context.actor.role })
  if (!hold.isActive) return refuse({ type: 'hold-not-active' })
  const postable = checkPostable(account, context.device.logId, account.currency)
  if (!postable.ok) return postable
  return ok({
    type: 'hold.released',
    class: 'decision',
    entries: [],
    body: { holdId: hold.holdId, accountId: account.accountId },
    custody: [{ account: account.accountId, epoch: account.custodyEpoch }],
  })
}
