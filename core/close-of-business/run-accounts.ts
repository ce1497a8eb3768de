import type { BusinessDate } from '../calendar/business-date.ts'
import type { Decision } from '../decision/decision.ts'
import { closeOrName } from './close-account-day.ts'
import type { RunCloseOfBusiness } from './close-of-business-commands.ts'
import { type ClosePosting, clientLinesOf, entriesTogether, kindOf } from './close-posting.ts'
import type { ClosedAccount } from './close-records.ts'
import type { ClosingAccount } from './closing-account.ts'

/** The next accounts in the order of their ids, and whether there are more after them. */
export interface AccountsPage {
  readonly accounts: readonly ClosingAccount[]
  readonly hasMore: boolean
}

/** Under what a record may carry, by what one more account adds at most. */
const linesMax = 170

/** A line of an account with an overdraft may be two: one on each side of zero. */
const placesPerAccount = ({ account: { product } }: ClosingAccount): number =>
  product.kind === 'current' && product.overdraft ? 2 : 1

/** Goes through as many of the accounts as one record holds. Rules: E1, E2. */
export function runAccounts(
  { accounts, hasMore }: AccountsPage,
  { date, step, chunk }: RunCloseOfBusiness,
  bookedOn: BusinessDate,
): Omit<Decision, 'type' | 'class'> {
  const closed: ClosedAccount[] = []
  const postings: ClosePosting[] = []
  const kinds = new Set<string>()
  let clientLines = 0
  let looked = 0
  for (const at of accounts) {
    if (kinds.size * 2 + clientLines > linesMax) break
    const done = closeOrName(at, date, bookedOn)
    looked++
    if (!done) continue
    closed.push(done.facts)
    for (const posting of done.postings) {
      postings.push(posting)
      kinds.add(kindOf(posting))
      clientLines += clientLinesOf(posting) * placesPerAccount(at)
    }
  }
  const last = accounts[looked - 1]?.account.accountId
  const isLast = !hasMore && looked === accounts.length
  return {
    body: { date, step, chunk, accounts: closed, looked, ...(last ? { upTo: last } : {}), isLast },
    entries: entriesTogether(postings),
  }
}
