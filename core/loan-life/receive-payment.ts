import type { BusinessDate } from '../calendar/business-date.ts'
import { sumMinor } from '../money/amount.ts'
import { type MoneyIn, moneyIn, payInAdvance, payInto, payWhatIsDue } from './allocate-payment.ts'
import type { PaymentKind } from './allocation-rules.ts'
import { firmlyOwedMinor } from './firm-charges.ts'
import { plannedPrincipalLeft } from './installment-account.ts'
import { dueChargesMinor, type LoanInReplay, outstandingOfLoan, planAnew, planAsOf } from './loan-in-replay.ts'
import { payoffDate, payoffMinor } from './payoff.ts'
import { type Component, type Portions, portionsTotal } from './portions.ts'
import { restDate } from './rest-date.ts'

const payAhead = (money: MoneyIn, loan: LoanInReplay, order?: readonly Component[]): void =>
  payInAdvance(
    money,
    loan.accounts,
    loan.terms.allocation,
    (account, component) => dueChargesMinor(loan, account, component, money.countsOn),
    order,
  )

/** What is paid beyond what is due makes the installment of its period larger: all of it is principal. */
function enlargeInstallment(money: MoneyIn, loan: LoanInReplay): void {
  const place = loan.accounts.findIndex(({ kind, dueOn }) => kind === 'repayment' && dueOn >= money.countsOn)
  const account = loan.accounts[place]
  if (!account) return
  const { inAdvance } = loan.terms.allocation
  for (const component of inAdvance)
    if (component === 'fees' || component === 'penalties') payInto(money, account, component)
  const following = loan.accounts.slice(place + 1).map(plannedPrincipalLeft)
  const { planned } = account
  account.planned = { ...planned, principal: planned.principal + sumMinor(following) }
  payInto(money, account, 'principal')
}

/** Interest that is not due yet may still become less: it is paid once no principal is left that could bear any. */
function payAheadOfRecalculation(money: MoneyIn, loan: LoanInReplay): void {
  const { allocation, recalculation } = loan.terms
  const withoutInterest = allocation.inAdvance.filter(component => component !== 'interest')
  if (recalculation?.advance === 'adjust-last-unpaid') payAhead(money, loan, withoutInterest)
  else enlargeInstallment(money, loan)
  if (money.leftMinor === 0n) return
  planAnew(loan, money.on)
  payWhatIsDue(money, loan.accounts, allocation)
  payAhead(money, loan)
}

/** From when money counts. What pays everything off ends all interest, also where payments else count on due dates only. */
function countingDate(loan: LoanInReplay, amountMinor: bigint, on: BusinessDate): BusinessDate {
  const { recalculation } = loan.terms
  if (!recalculation) return on
  const rest = restDate(on, recalculation, loan.schedule)
  if (rest === on || amountMinor < payoffMinor(loan, on)) return rest
  const end = payoffDate(loan, on)
  for (const { parts } of loan.accounts) for (const part of parts) if (part.countsOn > end) part.countsOn = end
  return end
}

/** Money comes in on a day: what it pays is given back, what is left over is overpaid. */
export function receive(loan: LoanInReplay, kind: PaymentKind, amountMinor: bigint, on: BusinessDate): Portions {
  planAsOf(loan, on)
  const countsOn = countingDate(loan, amountMinor, on)
  const money = moneyIn(kind, amountMinor, { on, countsOn }, (account, component) =>
    firmlyOwedMinor(loan, account, component, countsOn),
  )
  payWhatIsDue(money, loan.accounts, loan.terms.allocation)
  if (loan.terms.recalculation) payAheadOfRecalculation(money, loan)
  else payAhead(money, loan)
  loan.principalMinor -= money.portions.principal
  loan.overpaidMinor += money.leftMinor
  planAnew(loan, on)
  return money.portions
}

/** What was overpaid pays what is owed since. */
export function spendOverpaid(loan: LoanInReplay, on: BusinessDate): Portions | null {
  if (loan.overpaidMinor === 0n || portionsTotal(outstandingOfLoan(loan)) === 0n) return null
  const amountMinor = loan.overpaidMinor
  loan.overpaidMinor = 0n
  return receive(loan, 'repayment', amountMinor, on)
}
