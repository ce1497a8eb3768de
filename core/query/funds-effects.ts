import type { Database } from 'better-sqlite3'
import { present } from '../assert.ts'
import type { FundsEffect } from '../command/outcome.ts'
import type { Decision } from '../decision/decision.ts'
import { wireBody } from '../journal/body.ts'
import { loanDisbursed } from '../loans/loan-records.ts'
import { loanGuaranteed } from '../loans/security-records.ts'
import { availableMinor } from '../savings/savings-account.ts'
import { holdPlaced, holdReleased } from '../savings/savings-records.ts'
import { holdById } from '../storage/holds.ts'
import { loadSavingsAccount } from '../storage/savings-accounts.ts'

/** What is held on accounts from now on, or no more, though no money moves: nothing for any other decision. */
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
  if (type === 'loan.guaranteed') {
    const { accountId, coversMinor } = loanGuaranteed.parse(wireBody(body))
    return accountId ? [fundsEffect(db, accountId, coversMinor)] : []
  }
  const { savingsHeld = [] } = paidOut.parse(wireBody(body))
  return savingsHeld.map(({ accountId, amountMinor }) => fundsEffect(db, accountId, amountMinor))
}

/** Of a loan that is paid out: what is held for it. */
const paidOut = loanDisbursed.pick({ savingsHeld: true }).loose()

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
