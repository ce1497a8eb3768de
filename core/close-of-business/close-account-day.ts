import { BrokenPromise } from '../assert.ts'
import type { BusinessDate } from '../calendar/business-date.ts'
import type { AccountStep } from './account-step.ts'
import { accrueAccount } from './accrue-account.ts'
import { ageAccount } from './age-account.ts'
import { chargeMonth, judgeInstallments, takeOwed } from './charge-fees.ts'
import type { ClosePosting } from './close-posting.ts'
import type { ClosedAccount } from './close-records.ts'
import type { ClosingAccount } from './closing-account.ts'

/** What the close of a date does to each account by itself, in this order: a day has closed when its fees are taken, and earns on what is left. */
const accountSteps: readonly AccountStep[] = [takeOwed, judgeInstallments, chargeMonth, accrueAccount, ageAccount]

export interface ClosedAccountDay {
  readonly facts: ClosedAccount
  readonly postings: readonly ClosePosting[]
}

/** What one step changed, as the next one sees it. */
function after(
  at: ClosingAccount,
  facts: Partial<ClosedAccount>,
  changeMinor: bigint,
  bookedOn: BusinessDate,
): ClosingAccount {
  const { feesOwedMinor = at.account.feesOwedMinor } = facts
  return {
    ...at,
    account: { ...at.account, feesOwedMinor, balanceMinor: at.account.balanceMinor + changeMinor },
    ...(changeMinor === 0n
      ? {}
      : { movements: [...at.movements, { date: bookedOn, amountMinor: changeMinor }].sort(byDate) }),
  }
}

const byDate = (a: { readonly date: string }, b: { readonly date: string }): number => (a.date < b.date ? -1 : 1)

/**
 * Everything that the close of a date does to an account; null for nothing. A second time there is nothing left to do, and what was
 * left out on a date is made up for on the next. What it takes is missing from the day that it is booked to, as whoever counts that day
 * later finds it. Rules: E1, E2, E3.
 */
export function closeAccountDay(
  start: ClosingAccount,
  date: BusinessDate,
  bookedOn: BusinessDate,
): ClosedAccountDay | null {
  const { accountId, custodyEpoch: epoch } = start.account
  let at = start
  let facts: ClosedAccount = { accountId, epoch }
  const postings: ClosePosting[] = []
  for (const step of accountSteps) {
    const effect = step(at, date)
    if (!effect) continue
    const fees = [...(facts.fees ?? []), ...(effect.facts.fees ?? [])]
    facts = { ...facts, ...effect.facts, ...(fees.length > 0 ? { fees } : {}) }
    postings.push(...effect.postings)
    at = after(at, effect.facts, effect.changeMinor, bookedOn)
  }
  return Object.keys(facts).length > 2 ? { facts, postings } : null
}

const failureLengthMax = 120

/**
 * The same, where a fault of the program in one account keeps no other from its interest: it is named in the record, moves nothing, and
 * is tried again with the next date. The one place in the rules that catches, and nothing was begun by then. Rule: E9.
 */
export function closeOrName(at: ClosingAccount, date: BusinessDate, bookedOn: BusinessDate): ClosedAccountDay | null {
  try {
    return closeAccountDay(at, date, bookedOn)
  } catch (fault) {
    const { accountId, custodyEpoch: epoch } = at.account
    const failed = fault instanceof BrokenPromise ? fault.message : 'not-countable'
    return { facts: { accountId, epoch, failed: failed.slice(0, failureLengthMax) }, postings: [] }
  }
}
