import type { BusinessDate } from '../calendar/business-date.ts'
import { sumMinor } from '../money/amount.ts'
import { firmlyOwedMinor } from './firm-charges.ts'
import type { InstallmentAccount } from './installment-account.ts'
import { knownAsOf, type LoanInReplay, outstandingOfLoan } from './loan-in-replay.ts'
import { type Component, portionsTotal } from './portions.ts'
import { interestOf, interestSweep, type Known } from './recalculated-interest.ts'
import { restDate } from './rest-date.ts'

/** Interest that is owed if nothing is outstanding from a day on. */
function interestUntil({ accounts }: LoanInReplay, known: Known, until: BusinessDate): bigint {
  const sweep = interestSweep(known)
  const settle = (account: InstallmentAccount): void => {
    const { principal, interest } = account.planned
    sweep.settle(account, { principalMinor: principal, interestMinor: interest })
  }
  for (const account of accounts.filter(({ kind }) => kind === 'down-payment')) settle(account)
  const left = accounts
    .filter(({ kind }) => kind === 'repayment')
    .map(account => {
      const earnedMinor = interestOf(sweep.earnedInNext(until))
      settle(account)
      return earnedMinor - account.paid.interest - account.waived.interest
    })
  return sumMinor(left.filter(leftMinor => leftMinor > 0n))
}

/** From when interest of a loan that is paid off ends. */
export const payoffDate = ({ terms, schedule }: LoanInReplay, date: BusinessDate): BusinessDate =>
  terms.recalculation?.payoff === 'to-the-rest' ? restDate(date, terms.recalculation, schedule) : date

/** What pays a loan off on a day, of which its installments are planned as of that day: all that is owed, and interest to that day where it is recalculated. */
export function payoffMinor(loan: LoanInReplay, date: BusinessDate): bigint {
  const outstanding = outstandingOfLoan(loan)
  const known = loan.writtenOffOn ? null : knownAsOf(loan, date)
  if (!known) return portionsTotal(outstanding)
  const firm = (component: Component): bigint =>
    sumMinor(loan.accounts.map(account => firmlyOwedMinor(loan, account, component, date)))
  const interest = interestUntil(loan, known, payoffDate(loan, date))
  return portionsTotal({ ...outstanding, fees: firm('fees'), penalties: firm('penalties'), interest })
}
