import type { BusinessDate } from '../calendar/business-date.ts'
import { bearingSpan } from '../schedule/rate-factor.ts'
import type { AccrualPlan, AccrualRow } from './accrued-on.ts'
import { plannedPrincipalLeft } from './installment-account.ts'
import { knownAsOf, type LoanInReplay } from './loan-in-replay.ts'
import { type RecalculatedAccount, recalculatedAccounts } from './recalculated-accounts.ts'
import { interestOf, withoutEnd } from './recalculated-interest.ts'

/** What was paid of an installment's interest beyond what its days earned is earned with the last of them. */
function rowsOf({ earned, planned }: RecalculatedAccount): readonly AccrualRow[] {
  const beyondMinor = planned.interest - interestOf(earned)
  return earned.map(({ start, end, interestMinor }, place) => ({
    from: start,
    to: end,
    interestMinor: place === earned.length - 1 ? interestMinor + beyondMinor : interestMinor,
  }))
}

/** Of a schedule that stands: the same. */
function scheduledRows({ base, accounts }: LoanInReplay): readonly AccrualRow[] {
  const due = new Map(accounts.map(({ key, planned }) => [key, planned.interest]))
  return base.map(({ key, from, dueOn, earnedMinor, planned }) => {
    const beyondMinor = (due.get(key) ?? planned.interest) - planned.interest
    return { from, to: dueOn, interestMinor: earnedMinor + beyondMinor }
  })
}

function rowsFrom(loan: LoanInReplay, enteredOn: readonly BusinessDate[], asOf: BusinessDate): readonly AccrualRow[] {
  const known = loan.tranches.length === 0 ? null : knownAsOf(loan, asOf)
  const rows = known ? recalculatedAccounts(withoutEnd(known, enteredOn)).flatMap(rowsOf) : scheduledRows(loan)
  return rows.map(row => ({ ...row, from: bearingSpan({ start: row.from, end: row.to }, loan.schedule).start }))
}

/** The day on which the last principal was paid, where none of it was given up. */
function settledOn({ accounts, isPaidOut }: LoanInReplay): BusinessDate | null {
  const isSettled =
    isPaidOut && accounts.every(account => plannedPrincipalLeft(account) === 0n && account.writtenOff.principal === 0n)
  if (!isSettled) return null
  const days = accounts.flatMap(({ parts }) =>
    parts.filter(({ principalMinor }) => principalMinor > 0n).map(({ countsOn }) => countsOn),
  )
  return days.toSorted().at(-1) ?? null
}

/** How a loan earns its interest, as if nothing befell it any more. Rule: L24. */
export const accrualPlan = (
  loan: LoanInReplay,
  enteredOn: readonly BusinessDate[],
  asOf: BusinessDate,
): AccrualPlan => ({
  rows: rowsFrom(loan, enteredOn, asOf).filter(({ interestMinor }) => interestMinor > 0n),
  settledOn: settledOn(loan),
  endedOn: loan.writtenOffOn,
})
