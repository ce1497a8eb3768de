import type { BusinessDate } from '../calendar/business-date.ts'
import type { Installment } from '../schedule/installment.ts'
import { type Lateness, notLate } from './lateness.ts'
import { type Component, lesser, nothing, type Portions, plus, portionsTotal, withMore } from './portions.ts'

/** Principal and interest that an installment got of what was planned. `countsOn`: when interest takes notice of it. */
export interface PaidPart {
  countsOn: BusinessDate
  readonly principalMinor: bigint
  readonly interestMinor: bigint
}

/** One installment while its loan is replayed. It is changed in place, and seen by nobody after the replay. */
export interface InstallmentAccount {
  /** The same installment keeps it however often the schedule is made anew. */
  readonly key: string
  readonly kind: Installment['kind']
  readonly from: BusinessDate
  dueOn: BusinessDate
  /** What the schedule says. */
  planned: Portions
  /** What was added by charges and refunds. */
  added: Portions
  /** Of the fees that the schedule says and of those that were added, what is an insurer's. */
  insuranceMinor: bigint
  addedInsuranceMinor: bigint
  paid: Portions
  /** Of the principal that was added, what is paid: it is paid first, and bears no interest. */
  addedPrincipalPaidMinor: bigint
  inAdvance: Portions
  late: Portions
  waived: Portions
  writtenOff: Portions
  touchedOn: BusinessDate | null
  readonly lateness: Lateness
  readonly parts: PaidPart[]
}

export type AccountHead = Pick<InstallmentAccount, 'key' | 'kind' | 'from' | 'dueOn'>

export const newAccount = ({ key, kind, from, dueOn }: AccountHead): InstallmentAccount => ({
  key,
  kind,
  from,
  dueOn,
  planned: nothing,
  added: nothing,
  insuranceMinor: 0n,
  addedInsuranceMinor: 0n,
  paid: nothing,
  addedPrincipalPaidMinor: 0n,
  inAdvance: nothing,
  late: nothing,
  waived: nothing,
  writtenOff: nothing,
  touchedOn: null,
  lateness: notLate(),
  parts: [],
})

export const dueOf = ({ planned, added }: InstallmentAccount): Portions => plus(planned, added)

export const outstandingIn = (
  { planned, added, paid, waived, writtenOff }: InstallmentAccount,
  component: Component,
): bigint => planned[component] + added[component] - paid[component] - waived[component] - writtenOff[component]

export const outstandingOf = (account: InstallmentAccount): Portions => ({
  penalties: outstandingIn(account, 'penalties'),
  fees: outstandingIn(account, 'fees'),
  interest: outstandingIn(account, 'interest'),
  principal: outstandingIn(account, 'principal'),
})

export const isMet = (account: InstallmentAccount): boolean => portionsTotal(outstandingOf(account)) === 0n

const addedPrincipalLeft = ({ added, addedPrincipalPaidMinor }: InstallmentAccount): bigint =>
  added.principal - addedPrincipalPaidMinor

/** Principal that the schedule planned and nobody has paid. */
export const plannedPrincipalLeft = (account: InstallmentAccount): bigint =>
  outstandingIn(account, 'principal') - addedPrincipalLeft(account)

/** When money came in, and from when it counts. */
export interface PaymentDates {
  readonly on: BusinessDate
  readonly countsOn: BusinessDate
}

/** Of principal that is paid, what pays planned principal: what was added is paid first. */
function plannedPrincipalIn(account: InstallmentAccount, takenMinor: bigint): bigint {
  const left = addedPrincipalLeft(account)
  const ofAdded = takenMinor < left ? takenMinor : left
  account.addedPrincipalPaidMinor += ofAdded
  return takenMinor - ofAdded
}

/** Pays a component as far as it is outstanding; gives back how much it took. */
export function payComponent(
  account: InstallmentAccount,
  component: Component,
  availableMinor: bigint,
  { on, countsOn }: PaymentDates,
): bigint {
  const outstanding = outstandingIn(account, component)
  const takenMinor = outstanding < availableMinor ? outstanding : availableMinor
  if (takenMinor <= 0n) return 0n
  account.paid = withMore(account.paid, component, takenMinor)
  if (account.dueOn > on) account.inAdvance = withMore(account.inAdvance, component, takenMinor)
  if (account.dueOn < on) account.late = withMore(account.late, component, takenMinor)
  account.touchedOn = on
  if (component === 'interest') account.parts.push({ countsOn, principalMinor: 0n, interestMinor: takenMinor })
  if (component === 'principal')
    account.parts.push({ countsOn, principalMinor: plannedPrincipalIn(account, takenMinor), interestMinor: 0n })
  return takenMinor
}

/** What is outstanding is given up, or as much of it as is named; gives back what it was. */
export function forgive(
  account: InstallmentAccount,
  as: 'waived' | 'writtenOff',
  on: BusinessDate,
  most: Portions = outstandingOf(account),
): Portions {
  const given = lesser(most, outstandingOf(account))
  if (portionsTotal(given) === 0n) return nothing
  account[as] = plus(account[as], given)
  account.touchedOn = on
  return given
}
