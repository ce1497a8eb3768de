import { isAllowed } from '../authority/roles.ts'
import type { Grant } from '../decision/context.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'

/** An amount set aside on an account, as the verbs see it. */
export interface Hold {
  readonly holdId: string
  readonly reason: string
  readonly amountMinor: bigint
  /** Neither released nor captured nor expired. */
  readonly isActive: boolean
}

/** Holds that somebody else than the counter answers for. */
const needsOverseer: readonly string[] = ['court-order', 'dispute']

/** Whether this person may end the hold: a court's or a dispute's is a manager's to end (`not-permitted`), and each ends once (`hold-not-active`). */
export function checkEnding(hold: Hold, { role }: Grant): Result<null, Refusal> {
  if (needsOverseer.includes(hold.reason) && !isAllowed(role, 'approve'))
    return refuse({ type: 'not-permitted', permission: 'approve', role })
  return hold.isActive ? ok(null) : refuse({ type: 'hold-not-active' })
}
