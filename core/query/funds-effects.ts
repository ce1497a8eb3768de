import type { Database } from 'better-sqlite3'
import { present } from '../assert.ts'
import type { FundsEffect } from '../command/outcome.ts'
import type { Decision } from '../decision/decision.ts'
import { wireBody } from '../journal/body.ts'
import { availableMinor } from '../savings/savings-account.ts'
import { holdPlaced, holdReleased } from '../savings/savings-records.ts'
import { holdById } from '../storage/holds.ts'
import { loadSavingsAccount } from '../storage/savings-accounts.ts'

/** What a hold that is placed or released changes, though it moves no money: nothing for any other decision. */
export function fundsEffects(db: Database, { type, body }: Decision): readonly FundsEffect[] {
  if (type === 'hold.placed') {
    const { accountId, amountMinor } = holdPlaced.parse(wireBody(body))
    return [fundsEffect(db, accountId, amountMinor)]
  }
  if (type === 'hold.released') {
    const { accountId, holdId } = holdReleased.parse(wireBody(body))
    const { amountMinor } = present(holdById(db, holdId), 'a hold that is released was placed')
    return [fundsEffect(db, accountId, -amountMinor)]
  }
  return []
}

function fundsEffect(db: Database, accountId: string, changeMinor: bigint): FundsEffect {
  const account = present(loadSavingsAccount(db, accountId, null), 'a hold is on an account')
  const heldAfterMinor = account.heldMinor + changeMinor
  return {
    accountId,
    currency: account.currency,
    heldBeforeMinor: account.heldMinor,
    heldAfterMinor,
    availableBeforeMinor: availableMinor(account),
    availableAfterMinor: availableMinor({ ...account, heldMinor: heldAfterMinor }),
  }
}
