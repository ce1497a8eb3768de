import type { BusinessDate } from '../calendar/business-date.ts'
import type { Installment } from '../schedule/installment.ts'
import { type Component, lesser, minus, nothing, type Portions, plus, portionOf, portionsTotal } from './portions.ts'

/** Money that an installment got of what was planned. `countsOn`: when interest takes notice of it. */
export interface PaidPart {
  countsOn: BusinessDate
  readonly portions: Portions
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
  paid: Portions
  /** Of the principal that was added, what is paid: it is paid first, and bears no interest. */
  addedPrincipalPaidMinor: bigint
  inAdvance: Portions
  late: Portions
  waived: Portions
  writtenOff: Portions
  touchedOn: BusinessDate | null
  readonly parts: PaidPart[]
}

export type AccountHead = Pick<InstallmentAccount, 'key' | 'kind' | 'from' | 'dueOn'>

export const newAccount = (head: AccountHead): InstallmentAccount => ({
  ...head,
  planned: nothing,
  added: nothing,
  paid: nothing,
  addedPrincipalPaidMinor: 0n,
  inAdvance: nothing,
  late: nothing,
  waived: nothing,
  writtenOff: nothing,
  touchedOn: null,
  parts: [],
})

export const dueOf = ({ planned, added }: InstallmentAccount): Portions => plus(planned, added)

export const outstandingOf = (account: InstallmentAccount): Portions =>
  minus(minus(minus(dueOf(account), account.paid), account.waived), account.writtenOff)

export const isMet = (account: InstallmentAccount): boolean => portionsTotal(outstandingOf(account)) === 0n

const addedPrincipalLeft = ({ added, addedPrincipalPaidMinor }: InstallmentAccount): bigint =>
  added.principal - addedPrincipalPaidMinor

/** Principal that the schedule planned and nobody has paid. */
export const plannedPrincipalLeft = (account: InstallmentAccount): bigint =>
  outstandingOf(account).principal - addedPrincipalLeft(account)

/** When money came in, and from when it counts. */
export interface PaymentDates {
  readonly on: BusinessDate
  readonly countsOn: BusinessDate
}

function ofAddedPrincipal(account: InstallmentAccount, { principal }: Portions): Portions {
  const left = addedPrincipalLeft(account)
  const takenMinor = principal < left ? principal : left
  account.addedPrincipalPaidMinor += takenMinor
  return portionOf('principal', takenMinor)
}

/** Pays a component as far as it is outstanding; gives back what it took. */
export function payComponent(
  account: InstallmentAccount,
  component: Component,
  availableMinor: bigint,
  { on, countsOn }: PaymentDates,
): Portions {
  const outstanding = outstandingOf(account)[component]
  const takenMinor = outstanding < availableMinor ? outstanding : availableMinor
  if (takenMinor <= 0n) return nothing
  const taken = portionOf(component, takenMinor)
  account.paid = plus(account.paid, taken)
  if (account.dueOn > on) account.inAdvance = plus(account.inAdvance, taken)
  if (account.dueOn < on) account.late = plus(account.late, taken)
  account.touchedOn = on
  account.parts.push({ countsOn, portions: minus(taken, ofAddedPrincipal(account, taken)) })
  return taken
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
