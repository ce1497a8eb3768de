import type { OpenDayContext } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result } from '../result.ts'
import { checkEnding, type Hold } from './hold.ts'
import { checkPostable, type SavingsAccount } from './savings-account.ts'
import type { ReleaseHold } from './savings-commands.ts'

export interface HoldState {
  readonly hold: Hold
  readonly account: SavingsAccount
}

/** Makes a held amount available again. Refuses what `checkEnding` refuses, then what no posting to the account is allowed for. Rule: S8. */
export function releaseHold(
  { hold, account }: HoldState,
  _command: ReleaseHold,
  context: OpenDayContext,
): Result<Decision, Refusal> {
  const ending = checkEnding(hold, account, context.actor)
  if (!ending.ok) return ending
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
