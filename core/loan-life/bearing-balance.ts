import type { BusinessDate } from '../calendar/business-date.ts'
import { sumMinor } from '../money/amount.ts'
import { type BalancePart, balanceParts, type PrincipalChange } from '../schedule/balance-parts.ts'
import type { Period } from '../schedule/period.ts'
import type { Tranche } from '../schedule/schedule-terms.ts'
import type { PaidPart } from './installment-account.ts'
import type { Portions } from './portions.ts'

/** What interest needs to know of an installment: what is due of it, and what was paid of that, and when. */
export interface Bearing {
  readonly dueOn: BusinessDate
  readonly due: Portions
  readonly parts: readonly PaidPart[]
}

/** Overdue principal bears interest up to a day, if any; overdue interest does where it compounds. */
export interface LateBearing {
  readonly until: BusinessDate | null
  readonly compounds: boolean
}

const change = (date: BusinessDate, amountMinor: bigint): PrincipalChange => ({ date, amountMinor })

/** Principal leaves the balance when it is paid, early or late; what nobody paid is taken to be paid when due, or at the end of lateness. */
function principalLeaving({ dueOn, due, parts }: Bearing, { until }: LateBearing): readonly PrincipalChange[] {
  const end = until !== null && until > dueOn ? until : dueOn
  const paid = parts.filter(({ countsOn, portions }) => portions.principal > 0n && countsOn < end)
  const paidMinor = sumMinor(paid.map(({ portions }) => portions.principal))
  return [
    ...paid.map(({ countsOn, portions }) => change(countsOn, -portions.principal)),
    change(end, paidMinor - due.principal),
  ]
}

/** Overdue interest that bears interest itself: from its due date until it is paid. */
function interestCompounding(
  { dueOn, due, parts }: Bearing,
  { until, compounds }: LateBearing,
): readonly PrincipalChange[] {
  if (!compounds || until === null || until <= dueOn) return []
  const paid = parts.filter(({ countsOn, portions }) => portions.interest > 0n && countsOn < until)
  const onTime = paid.filter(({ countsOn }) => countsOn <= dueOn)
  const late = paid.filter(({ countsOn }) => countsOn > dueOn)
  const unpaidMinor = due.interest - interestIn(onTime)
  return [
    change(dueOn, unpaidMinor),
    ...late.map(({ countsOn, portions }) => change(countsOn, -portions.interest)),
    change(until, interestIn(late) - unpaidMinor),
  ]
}

const interestIn = (parts: readonly PaidPart[]): bigint => sumMinor(parts.map(({ portions }) => portions.interest))

/** Changes of one day are one; what cancels out is none. */
function byDay(changes: readonly PrincipalChange[]): readonly PrincipalChange[] {
  const amounts = new Map<BusinessDate, bigint>()
  for (const { date, amountMinor } of changes) amounts.set(date, (amounts.get(date) ?? 0n) + amountMinor)
  return [...amounts]
    .filter(([, amountMinor]) => amountMinor !== 0n)
    .map(([date, amountMinor]) => change(date, amountMinor))
    .sort((one, other) => (one.date < other.date ? -1 : 1))
}

/** What bears interest in a period, part by part: tranches, less what left the balance, early, in time or late. */
export function bearingParts(
  period: Period,
  tranches: readonly Tranche[],
  installments: readonly Bearing[],
  late: LateBearing,
): readonly BalancePart[] {
  let openingMinor = 0n
  const within: PrincipalChange[] = []
  const take = (changed: PrincipalChange): void => {
    if (changed.date <= period.from) openingMinor += changed.amountMinor
    else if (changed.date < period.dueOn) within.push(changed)
  }
  for (const tranche of tranches) take(tranche)
  for (const installment of installments) {
    for (const changed of principalLeaving(installment, late)) take(changed)
    for (const changed of interestCompounding(installment, late)) take(changed)
  }
  return balanceParts(openingMinor, period, byDay(within))
}
