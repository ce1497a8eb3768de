import { assert, present } from '../assert.ts'
import type { BusinessDate } from '../calendar/business-date.ts'
import { balancesAfter } from '../schedule/balances-after.ts'
import type { Tranche } from '../schedule/schedule-terms.ts'
import { accrualPlan } from './accrual-plan.ts'
import { dueOf, type InstallmentAccount, isMet, outstandingOf } from './installment-account.ts'
import { chargeLateness } from './late-charges.ts'
import type { LoanEvent, StandingEvent } from './loan-event.ts'
import {
  emptyLoan,
  type LoanInReplay,
  outstandingOfLoan,
  planAsOf,
  planTranches,
  tranchesStandFromTheStart,
} from './loan-in-replay.ts'
import type { EventOutcome, LoanInstallment, LoanLife, LoanStatus } from './loan-life.ts'
import type { LoanTerms } from './loan-terms.ts'
import { payoffMinor } from './payoff.ts'
import { penaltySpans } from './penalty-span.ts'
import { portionsTotal } from './portions.ts'
import { replayEvent } from './replay-event.ts'
import { inReplayOrder } from './replay-order.ts'
import { rescheduledTerms } from './rescheduled-terms.ts'

const trancheOf = (event: StandingEvent): readonly Tranche[] =>
  event.type === 'paid-out' ? [{ date: event.effectiveOn, amountMinor: event.amountMinor }] : []

/** The loan before anything happened to it, though with the terms that were agreed last. */
function beginning(terms: LoanTerms, events: readonly StandingEvent[], calculatedOn: readonly BusinessDate[]) {
  const loan = emptyLoan(terms, rescheduledTerms(terms.schedule, events), calculatedOn)
  if (tranchesStandFromTheStart(terms)) planTranches(loan, events.flatMap(trancheOf), terms.schedule.startsOn)
  return loan
}

/** Where recalculation leaves nothing for the last installments, they are none. */
function withoutIdleEnd(accounts: readonly InstallmentAccount[], { terms }: LoanInReplay) {
  if (!terms.recalculation) return accounts
  const last = accounts.findLastIndex(account => portionsTotal(dueOf(account)) > 0n)
  return accounts.slice(0, last + 1)
}

function installmentsOf(loan: LoanInReplay): readonly LoanInstallment[] {
  const accounts = withoutIdleEnd(loan.accounts, loan)
  const rows = accounts.map(({ kind, dueOn, planned }) => ({ kind, dueOn, principalMinor: planned.principal }))
  const balances = balancesAfter(rows, loan.tranches, loan.schedule)
  return accounts.map((account, place) => ({
    number: place + 1,
    kind: account.kind,
    from: account.from,
    dueOn: account.dueOn,
    due: dueOf(account),
    paid: account.paid,
    inAdvance: account.inAdvance,
    late: account.late,
    waived: account.waived,
    writtenOff: account.writtenOff,
    outstanding: outstandingOf(account),
    metOn: isMet(account) ? account.touchedOn : null,
    insuranceMinor: account.insuranceMinor + account.addedInsuranceMinor,
    lateFeeMinor: account.lateness.feeMinor,
    latePenaltyMinor: account.lateness.penaltyMinor,
    balanceAfterMinor: present(balances[place], 'a balance for each'),
  }))
}

function statusOf(loan: LoanInReplay): LoanStatus {
  if (loan.writtenOffOn) return 'written-off'
  if (!loan.isPaidOut) return 'not-paid-out'
  if (portionsTotal(outstandingOfLoan(loan)) > 0n) return loan.isChargedOff ? 'charged-off' : 'active'
  return loan.overpaidMinor > 0n ? 'overpaid' : 'settled'
}

/**
 * The life of one loan as it is known on a day, from its terms and what befell it, in the order of entry. It is replayed from the beginning
 * whenever it is asked for: whatever is backdated or reversed needs nothing of its own. Rules: L11 to L23.
 * Asserts that every event named by another is there, and that interest that is recalculated is neither flat nor postponed.
 */
export function replayLoan(terms: LoanTerms, events: readonly LoanEvent[], asOf: BusinessDate): LoanLife {
  const { interestMethod, grace } = terms.schedule
  assert(
    terms.recalculation === null || (interestMethod === 'declining' && grace.interestPayment === 0),
    'interest is recalculated, or flat or postponed',
  )
  const ordered = inReplayOrder(events)
  const enteredOn = events.map(event => event.enteredOn)
  const loan = beginning(terms, ordered, [...enteredOn, asOf])
  const outcomes = ordered.map((event): EventOutcome => {
    const portions = replayEvent(loan, event)
    return { event: event.id, on: event.effectiveOn, portions, principalAfterMinor: loan.principalMinor }
  })
  chargeLateness(loan, asOf)
  planAsOf(loan, asOf)
  return {
    installments: installmentsOf(loan),
    outcomes,
    outstanding: outstandingOfLoan(loan),
    overpaidMinor: loan.overpaidMinor,
    recoveredMinor: loan.recoveredMinor,
    payoffMinor: payoffMinor(loan, asOf),
    status: statusOf(loan),
    accrual: accrualPlan(loan, enteredOn, asOf),
    penalties: penaltySpans(loan, asOf),
  }
}
