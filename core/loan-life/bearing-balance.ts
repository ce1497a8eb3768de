import { present } from '../assert.ts'
import type { BusinessDate } from '../calendar/business-date.ts'
import { sumMinor } from '../money/amount.ts'
import { type BalancePart, balanceParts, type PrincipalChange } from '../schedule/balance-parts.ts'
import type { Period } from '../schedule/period.ts'
import type { PaidPart } from './installment-account.ts'

/** What interest needs to know of an installment: when it is due, and what was paid of it, and when. */
export interface Bearing {
  readonly dueOn: BusinessDate
  readonly parts: readonly PaidPart[]
}

/** What is due of an installment. */
export interface BearingDue {
  readonly principalMinor: bigint
  readonly interestMinor: bigint
}

/** Overdue principal bears interest up to a day, if any; overdue interest does where it compounds. */
export interface LateBearing {
  readonly until: BusinessDate | null
  readonly compounds: boolean
}

const change = (date: BusinessDate, amountMinor: bigint): PrincipalChange => ({ date, amountMinor })

const principalChanges = (parts: readonly PaidPart[]): readonly PrincipalChange[] =>
  parts.map(({ countsOn, principalMinor }) => change(countsOn, -principalMinor))

const interestIn = (parts: readonly PaidPart[]): bigint => sumMinor(parts.map(({ interestMinor }) => interestMinor))

/** Principal paid before its due date leaves the balance at once, also while nobody knows yet how much will be due. */
const leavingEarly = ({ dueOn, parts }: Bearing): readonly PrincipalChange[] =>
  principalChanges(parts.filter(({ countsOn }) => countsOn < dueOn))

/** From the due date on principal leaves when it is paid; what nobody paid is taken to be paid then, or at the end of lateness. */
function leavingLate({ dueOn, parts }: Bearing, due: BearingDue, { until }: LateBearing): readonly PrincipalChange[] {
  const end = until !== null && until > dueOn ? until : dueOn
  const paid = parts.filter(({ countsOn }) => countsOn < end)
  const paidMinor = sumMinor(paid.map(({ principalMinor }) => principalMinor))
  return [
    ...principalChanges(paid.filter(({ countsOn }) => countsOn >= dueOn)),
    change(end, paidMinor - due.principalMinor),
  ]
}

/** Overdue interest that bears interest itself: from its due date until it is paid. */
function interestCompounding(
  { dueOn, parts }: Bearing,
  due: BearingDue,
  { until, compounds }: LateBearing,
): readonly PrincipalChange[] {
  if (!compounds || until === null || until <= dueOn) return []
  const paid = parts.filter(({ countsOn, interestMinor }) => interestMinor > 0n && countsOn < until)
  const late = paid.filter(({ countsOn }) => countsOn > dueOn)
  const unpaidMinor = due.interestMinor - interestIn(paid.filter(({ countsOn }) => countsOn <= dueOn))
  return [
    change(dueOn, unpaidMinor),
    ...late.map(({ countsOn, interestMinor }) => change(countsOn, -interestMinor)),
    change(until, interestIn(late) - unpaidMinor),
  ]
}

/** Changes of one day are one; what cancels out is none. */
function byDay(changes: readonly PrincipalChange[]): readonly PrincipalChange[] {
  if (changes.length < 2) return changes.filter(({ amountMinor }) => amountMinor !== 0n)
  const amounts = new Map<BusinessDate, bigint>()
  for (const { date, amountMinor } of changes) amounts.set(date, (amounts.get(date) ?? 0n) + amountMinor)
  return [...amounts]
    .filter(([, amountMinor]) => amountMinor !== 0n)
    .map(([date, amountMinor]) => change(date, amountMinor))
    .sort((one, other) => (one.date < other.date ? -1 : 1))
}

/** The first period that ends after a day: in it, or at its start, a change of that day counts. */
function placeOf(date: BusinessDate, periods: readonly Period[]): number {
  let [low, high] = [0, periods.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const period = periods[middle]
    if (period && period.dueOn > date) high = middle
    else low = middle + 1
  }
  return low
}

/** What bears interest, followed through the periods in their order. */
export interface BearingBalance {
  /** The next period, part by part: tranches, less what left the balance, early, in time or late. */
  readonly partsOfNext: () => readonly BalancePart[]
  /** An installment is due at the end of the period that came last, or before it. */
  readonly settle: (installment: Bearing, due: BearingDue) => void
}

export function bearingBalance(
  periods: readonly Period[],
  tranches: readonly PrincipalChange[],
  installments: readonly Bearing[],
  late: LateBearing,
): BearingBalance {
  const changes: PrincipalChange[][] = periods.map(() => [])
  const put = (changed: PrincipalChange): void => {
    if (changed.amountMinor !== 0n) changes[placeOf(changed.date, periods)]?.push(changed)
  }
  for (const tranche of tranches) put(tranche)
  for (const installment of installments) for (const changed of leavingEarly(installment)) put(changed)
  let balanceMinor = 0n
  let place = 0
  return {
    partsOfNext: () => {
      const period = present(periods[place], 'a period is left')
      const changed = changes[place] ?? []
      place += 1
      balanceMinor += sumMinor(changed.filter(({ date }) => date <= period.from).map(({ amountMinor }) => amountMinor))
      const within = byDay(changed.filter(({ date }) => date > period.from))
      const parts = balanceParts(balanceMinor, period, within)
      balanceMinor += sumMinor(within.map(({ amountMinor }) => amountMinor))
      return parts
    },
    settle: (installment, due) => {
      for (const changed of leavingLate(installment, due, late)) put(changed)
      for (const changed of interestCompounding(installment, due, late)) put(changed)
    },
  }
}
