import { present } from '../assert.ts'
import type { BusinessDate } from '../calendar/business-date.ts'
import type { ScheduleTerms, Tranche } from '../schedule/schedule-terms.ts'
import {
  type InstallmentAccount,
  newAccount,
  outstandingIn,
  outstandingOf,
  plannedPrincipalLeft,
} from './installment-account.ts'
import type { LoanEventId } from './loan-event.ts'
import type { LoanTerms, Recalculation } from './loan-terms.ts'
import type { PlannedAccount } from './planned-account.ts'
import { type Component, larger, minus, type Portions, plus, portionOf, sumPortions, withMore } from './portions.ts'
import { recalculatedAccounts } from './recalculated-accounts.ts'
import type { Known } from './recalculated-interest.ts'
import { restDate } from './rest-date.ts'
import { factsOf, type ScheduleFacts } from './schedule-facts.ts'

/** A charge in the installment with which it is due. */
export interface PlacedCharge {
  readonly id: LoanEventId
  readonly component: 'fees' | 'penalties'
  readonly amountMinor: bigint
  readonly dueOn: BusinessDate
  readonly account: InstallmentAccount
}

/** A loan between two events of its replay. */
export interface LoanInReplay extends ScheduleFacts {
  readonly terms: LoanTerms
  /** With the due dates that were agreed last. */
  readonly schedule: ScheduleTerms
  /** Those that the schedule is made of. */
  tranches: readonly Tranche[]
  base: readonly PlannedAccount[]
  accounts: readonly InstallmentAccount[]
  /** Until when overdue money bore interest when the accounts were planned; null once something befell them that no plan knows. */
  plannedUntil: BusinessDate | null
  readonly charges: PlacedCharge[]
  readonly calculatedOn: readonly BusinessDate[]
  /** Paid out so far, less principal paid or given up so far. */
  principalMinor: bigint
  overpaidMinor: bigint
  recoveredMinor: bigint
  isPaidOut: boolean
  isChargedOff: boolean
  writtenOffOn: BusinessDate | null
}

/**
 * Where the schedule stands, the cumulative algorithm knows each tranche from the start: what was paid before it is spread anew over the
 * whole. Else a tranche is known from its day.
 */
export const tranchesStandFromTheStart = ({ schedule, recalculation }: LoanTerms): boolean =>
  schedule.algorithm === 'cumulative' && recalculation === null

/** A loan of which nothing is paid out. */
export function emptyLoan(
  terms: LoanTerms,
  schedule: ScheduleTerms,
  calculatedOn: readonly BusinessDate[],
): LoanInReplay {
  return {
    terms,
    schedule,
    ...factsOf(schedule),
    calculatedOn,
    tranches: [],
    base: [],
    accounts: [],
    plannedUntil: null,
    charges: [],
    principalMinor: 0n,
    overpaidMinor: 0n,
    recoveredMinor: 0n,
    isPaidOut: false,
    isChargedOff: false,
    writtenOffOn: null,
  }
}

/** What was paid or given up of an installment stays due, where the plan that is made anew would ask for a little less. */
function noLessThanMet(planned: Portions, { added, paid, waived, writtenOff }: InstallmentAccount): Portions {
  const met = minus(plus(plus(paid, waived), writtenOff), added)
  const { interest, fees, penalties } = larger(planned, met)
  return { ...planned, interest, fees, penalties }
}

/** Principal that was paid beyond what a plan that is made anew asks for by then is asked for less of at the end. */
function keepPrincipalPaid(accounts: readonly InstallmentAccount[]): void {
  let aheadMinor = 0n
  const move = (account: InstallmentAccount, minor: bigint): void => {
    account.planned = withMore(account.planned, 'principal', minor)
    aheadMinor += minor
  }
  for (const account of accounts) {
    const leftMinor = plannedPrincipalLeft(account)
    if (leftMinor < 0n) move(account, -leftMinor)
  }
  for (let place = accounts.length - 1; aheadMinor > 0n && place >= 0; place--) {
    const account = present(accounts[place], 'a place of the plan')
    const leftMinor = plannedPrincipalLeft(account)
    move(account, -(leftMinor < aheadMinor ? leftMinor : aheadMinor))
  }
}

/** The accounts of a plan, each with what is known of it; what is due after the plan's end stays at the end. */
function accountsOf(planned: readonly PlannedAccount[], { accounts }: LoanInReplay): readonly InstallmentAccount[] {
  const known = new Map(accounts.map(account => [account.key, account]))
  const renewed = planned.map(due => {
    const account = known.get(due.key) ?? newAccount(due)
    account.planned = noLessThanMet(due.planned, account)
    account.insuranceMinor = due.insuranceMinor
    return account
  })
  keepPrincipalPaid(renewed)
  const extra = accounts.filter(({ kind }) => kind === 'charge')
  return [...renewed, ...extra]
}

function knownUntil(loan: LoanInReplay, recalculation: Recalculation, lateUntil: BusinessDate): Known {
  const accounts = new Map(loan.accounts.map(account => [account.key, account]))
  const accountOf: Known['accountOf'] = key => accounts.get(key)
  return { ...loan, charges: loan.terms.charges, recalculation, accountOf, lateUntil }
}

/** What a loan that is recalculated is known by on a day; null where the schedule stands. */
export function knownAsOf(loan: LoanInReplay, asOf: BusinessDate): Known | null {
  const { recalculation } = loan.terms
  return recalculation && knownUntil(loan, recalculation, restDate(asOf, recalculation, loan.schedule))
}

/** Where nothing is overdue by a day, the plan of an earlier day is that day's plan. */
const isPlannedUntil = ({ accounts, plannedUntil }: LoanInReplay, day: BusinessDate): boolean =>
  plannedUntil !== null &&
  plannedUntil <= day &&
  accounts.every(
    account =>
      account.dueOn >= day || (outstandingIn(account, 'interest') === 0n && plannedPrincipalLeft(account) === 0n),
  )

/** What is due, as it is known on a day. */
export function planAsOf(loan: LoanInReplay, asOf: BusinessDate): void {
  const { terms, schedule, writtenOffOn, tranches, plannedUntil } = loan
  if (!terms.recalculation || writtenOffOn || tranches.length === 0) return
  const lateUntil = restDate(asOf, terms.recalculation, schedule)
  if (plannedUntil === lateUntil) return
  if (!isPlannedUntil(loan, lateUntil))
    loan.accounts = accountsOf(recalculatedAccounts(knownUntil(loan, terms.recalculation, lateUntil)), loan)
  loan.plannedUntil = lateUntil
}

/** The same, after something befell the installments. */
export function planAnew(loan: LoanInReplay, asOf: BusinessDate): void {
  loan.plannedUntil = null
  planAsOf(loan, asOf)
}

/** The schedule with other tranches than before. */
export function planTranches(loan: LoanInReplay, tranches: readonly Tranche[], asOf: BusinessDate): void {
  loan.tranches = tranches
  loan.base = tranches.length === 0 ? [] : loan.plannedFor(tranches, loan.terms.charges)
  loan.accounts = accountsOf(loan.base, loan)
  planAnew(loan, asOf)
}

export const outstandingOfLoan = ({ accounts }: LoanInReplay): Portions => sumPortions(accounts.map(outstandingOf))

/** Of a component's charges in an installment: those whose day has come, less what was paid or waived of them. */
export function dueChargesMinor(
  { charges }: LoanInReplay,
  account: InstallmentAccount,
  component: Component,
  by: BusinessDate,
): bigint {
  const later = charges.filter(
    charge => charge.account === account && charge.component === component && charge.dueOn > by,
  )
  const notYet = later.reduce((sum, { amountMinor }) => sum + amountMinor, 0n)
  const left = outstandingIn(account, component) - notYet
  return left < 0n ? 0n : left
}

/** The installment in whose period a day lies, or one of its own after the last; a down payment carries nothing. */
export function accountAt(
  loan: LoanInReplay,
  date: BusinessDate,
  dueDates: 'included' | 'excluded',
): InstallmentAccount {
  const found = loan.accounts.find(
    ({ kind, dueOn }) => kind === 'repayment' && (date < dueOn || (date === dueOn && dueDates === 'included')),
  )
  return found ?? accountAfterLast(loan, date)
}

/** What falls due after the last repayment is due together, on the last day of any of it. */
function accountAfterLast(loan: LoanInReplay, date: BusinessDate): InstallmentAccount {
  const last = loan.accounts.at(-1)
  if (last && (last.kind === 'charge' || last.dueOn === date)) {
    if (last.dueOn < date) last.dueOn = date
    return last
  }
  const account = newAccount({ key: 'charge', kind: 'charge', from: last?.dueOn ?? date, dueOn: date })
  loan.accounts = [...loan.accounts, account]
  return account
}

/** Something more is owed with an installment. */
export function owe(account: InstallmentAccount, component: Component, amountMinor: bigint): Portions {
  const portions = portionOf(component, amountMinor)
  account.added = plus(account.added, portions)
  return portions
}
