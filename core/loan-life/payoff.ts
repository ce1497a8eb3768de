import type { BusinessDate } from '../calendar/business-date.ts'
import { dueOf, type InstallmentAccount } from './installment-account.ts'
import { knownAsOf, type LoanInReplay, outstandingOfLoan } from './loan-in-replay.ts'
import { portionsTotal } from './portions.ts'
import { type Known, recalculatedInterest } from './recalculated-accounts.ts'
import { restDate } from './rest-date.ts'

const bearingOf = (account: InstallmentAccount) => ({
  dueOn: account.dueOn,
  due: dueOf(account),
  parts: account.parts,
})

/** Interest that is owed if nothing is outstanding from a day on. */
function interestUntil(loan: LoanInReplay, known: Known, until: BusinessDate): bigint {
  const bearings = loan.accounts.map(bearingOf)
  const repayments = loan.accounts.filter(({ kind }) => kind === 'repayment')
  return repayments.reduce((sum, { from, dueOn, paid, waived }, place) => {
    const accruedMinor = recalculatedInterest(known, { place, from, dueOn }, bearings, until)
    const leftMinor = accruedMinor - paid.interest - waived.interest
    return leftMinor > 0n ? sum + leftMinor : sum
  }, 0n)
}

/** From when interest of a loan that is paid off ends. */
export const payoffDate = ({ terms, schedule }: LoanInReplay, date: BusinessDate): BusinessDate =>
  terms.recalculation?.payoff === 'to-the-rest' ? restDate(date, terms.recalculation, schedule) : date

/** What pays a loan off on a day, of which its installments are planned as of that day: all that is owed, and interest to that day where it is recalculated. */
export function payoffMinor(loan: LoanInReplay, date: BusinessDate): bigint {
  const outstanding = outstandingOfLoan(loan)
  const known = loan.isWrittenOff ? null : knownAsOf(loan, date)
  if (!known) return portionsTotal(outstanding)
  const interest = interestUntil(loan, known, payoffDate(loan, date))
  return portionsTotal({ ...outstanding, interest })
}
