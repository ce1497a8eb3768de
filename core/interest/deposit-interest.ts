import { assert } from '../assert.ts'
import { addDays, type BusinessDate } from '../calendar/business-date.ts'
import { type Accrual, openAccrual } from './accrual.ts'
import { accrueThrough, type InterestPosting } from './accrue.ts'
import type { InterestTerms } from './interest-terms.ts'

/** What was put in (positive) or taken out on a day. */
export interface BalanceMovement {
  readonly date: BusinessDate
  readonly amountMinor: bigint
}

export interface PostedInterest extends InterestPosting {
  readonly balanceAfterMinor: bigint
}

export interface DepositInterest {
  readonly postings: readonly PostedInterest[]
  readonly accrual: Accrual
  /** With everything posted, also what is posted on the day after the last. */
  readonly balanceMinor: bigint
}

export const balanceChangeOf = ({ type, amountMinor, taxMinor }: InterestPosting): bigint =>
  type === 'interest' ? amountMinor - taxMinor : -amountMinor

/**
 * The interest of a deposit account from its movements, through a day: every calendar day counts with the balance it closed with, and
 * what is posted becomes part of the balance from the day after the posting period. Rules: I2, I3.
 */
export function depositInterest(
  account: { readonly openedOn: BusinessDate; readonly maturesOn: BusinessDate | null },
  movements: readonly BalanceMovement[],
  terms: InterestTerms,
  through: BusinessDate,
): DepositInterest {
  const changes = changesByDate(movements)
  const dates = [...changes.keys()].sort()
  const [first] = dates
  assert(first === undefined || first >= account.openedOn, 'nothing moves before the account is open')
  const postings: PostedInterest[] = []
  let accrual = openAccrual(terms, account)
  let balanceMinor = 0n
  while (accrual.through < through) {
    const day = addDays(accrual.through, 1)
    balanceMinor += changes.get(day) ?? 0n
    const nextChange = dates.find(date => date > day && date <= through)
    const last = nextChange ? addDays(nextChange, -1) : through
    const accrued = accrueThrough(accrual, { through: last, balanceMinor }, terms)
    accrual = accrued.accrual
    for (const posting of accrued.postings) {
      balanceMinor += balanceChangeOf(posting)
      postings.push({ ...posting, balanceAfterMinor: balanceMinor })
    }
  }
  return { postings, accrual, balanceMinor }
}

function changesByDate(movements: readonly BalanceMovement[]): ReadonlyMap<BusinessDate, bigint> {
  const changes = new Map<BusinessDate, bigint>()
  for (const { date, amountMinor } of movements) changes.set(date, (changes.get(date) ?? 0n) + amountMinor)
  return changes
}
