import { present } from '../assert.ts'
import type { BusinessDate } from '../calendar/business-date.ts'
import { chargedMinor } from './charged-amount.ts'
import { forgive } from './installment-account.ts'
import { chargeLateness } from './late-charges.ts'
import type { StandingEvent } from './loan-event.ts'
import {
  accountAt,
  type LoanInReplay,
  outstandingOfLoan,
  owe,
  planAnew,
  planAsOf,
  planTranches,
  tranchesStandFromTheStart,
} from './loan-in-replay.ts'
import { nothing, type Portions, portionOf, sumPortions } from './portions.ts'
import { receive, spendOverpaid } from './receive-payment.ts'
import { restDate } from './rest-date.ts'

type Of<Type extends StandingEvent['type']> = Extract<StandingEvent, { readonly type: Type }>

function payOut(loan: LoanInReplay, { amountMinor, effectiveOn }: Of<'paid-out'>): Portions {
  if (!tranchesStandFromTheStart(loan.terms))
    planTranches(loan, [...loan.tranches, { date: effectiveOn, amountMinor }], effectiveOn)
  loan.principalMinor += amountMinor
  loan.isPaidOut = true
  return spendOverpaid(loan, effectiveOn) ?? nothing
}

function charge(loan: LoanInReplay, event: Of<'charged'>): Portions {
  const { id, kind, amount, dueOn, effectiveOn, isInsurance } = event
  const component = kind === 'fee' ? 'fees' : 'penalties'
  const amountMinor = chargedMinor({ amount, dueOn }, loan.base, loan.tranches, loan.schedule)
  const account = accountAt(loan, dueOn, 'included')
  loan.charges.push({ id, component, amountMinor, dueOn, account })
  owe(account, component, amountMinor)
  if (isInsurance) account.addedInsuranceMinor += amountMinor
  spendOverpaid(loan, effectiveOn)
  return portionOf(component, amountMinor)
}

/** Of one installment or of all, the oldest first, as far as it is outstanding. */
function waiveInterest(loan: LoanInReplay, { amountMinor, dueOn, effectiveOn }: Of<'interest-waived'>): Portions {
  planAsOf(loan, effectiveOn)
  const { recalculation } = loan.terms
  const countsOn = recalculation ? restDate(effectiveOn, recalculation, loan.schedule) : effectiveOn
  let leftMinor = amountMinor
  for (const account of loan.accounts) {
    if (dueOn !== null && account.dueOn !== dueOn) continue
    const { interest } = forgive(account, 'waived', effectiveOn, portionOf('interest', leftMinor))
    if (interest > 0n) account.parts.push({ countsOn, principalMinor: 0n, interestMinor: interest })
    leftMinor -= interest
  }
  planAnew(loan, effectiveOn)
  return portionOf('interest', amountMinor - leftMinor)
}

/** The same of penalties, whatever they were charged for. */
function waivePenalties(loan: LoanInReplay, { amountMinor, dueOn, effectiveOn }: Of<'penalties-waived'>): Portions {
  let leftMinor = amountMinor
  for (const account of loan.accounts) {
    if (dueOn !== null && account.dueOn !== dueOn) continue
    leftMinor -= forgive(account, 'waived', effectiveOn, portionOf('penalties', leftMinor)).penalties
  }
  loan.plannedUntil = null
  return portionOf('penalties', amountMinor - leftMinor)
}

function waive(loan: LoanInReplay, event: Of<'waived'>): Portions {
  const { account, component, amountMinor } = present(
    loan.charges.find(({ id }) => id === event.charge),
    'a waived charge was charged',
  )
  loan.plannedUntil = null
  return forgive(account, 'waived', event.effectiveOn, portionOf(component, amountMinor))
}

function writeOff(loan: LoanInReplay, on: BusinessDate): Portions {
  planAsOf(loan, on)
  const given = sumPortions(loan.accounts.map(account => forgive(account, 'writtenOff', on)))
  loan.principalMinor -= given.principal
  loan.writtenOffOn = on
  return given
}

function chargeOff(loan: LoanInReplay, on: BusinessDate): Portions {
  planAsOf(loan, on)
  loan.isChargedOff = true
  return outstandingOfLoan(loan)
}

/** What was not overpaid is owed with the next installment, or by itself after the last. */
function refund(loan: LoanInReplay, { amountMinor, effectiveOn }: Of<'refunded'>): Portions {
  const owedMinor = amountMinor > loan.overpaidMinor ? amountMinor - loan.overpaidMinor : 0n
  loan.overpaidMinor -= amountMinor - owedMinor
  if (owedMinor === 0n) return nothing
  loan.principalMinor += owedMinor
  return owe(accountAt(loan, effectiveOn, 'excluded'), 'principal', owedMinor)
}

function repay(loan: LoanInReplay, { kind, amountMinor, effectiveOn }: Of<'repaid'>): Portions {
  if (!loan.writtenOffOn) return receive(loan, kind, amountMinor, effectiveOn)
  loan.recoveredMinor += amountMinor
  return nothing
}

/** What an event does to a loan; gives back what it came to. */
export function replayEvent(loan: LoanInReplay, event: StandingEvent): Portions {
  chargeLateness(loan, event.effectiveOn)
  switch (event.type) {
    case 'paid-out':
      return payOut(loan, event)
    case 'charged':
      return charge(loan, event)
    case 'repaid':
      return repay(loan, event)
    case 'waived':
      return waive(loan, event)
    case 'interest-waived':
      return waiveInterest(loan, event)
    case 'penalties-waived':
      return waivePenalties(loan, event)
    case 'charged-off':
      return chargeOff(loan, event.effectiveOn)
    case 'written-off':
      return writeOff(loan, event.effectiveOn)
    case 'refunded':
      return refund(loan, event)
    case 'rescheduled':
      return nothing
  }
}
