import type { Refusal } from '../refusal.ts'
import { type LoanState, type LoanStep, loanSteps } from '../refusals/loan-refusal.ts'
import { ok, type Result, refuse } from '../result.ts'

/** What is left of it says which: something is owed, too much was paid, or neither. */
const byItsLife = ['active', 'overpaid', 'paid-off'] as const

/**
 * Every step that may be taken, by the state that a loan is in, with the states that it may lead to; every other pair is refused.
 * Approving leads on once as many people as its amount needs have approved. Reversing the first disbursement leads back to the approval,
 * reversing what was reversed nowhere: that is done by doing it again.
 */
export const loanTransitions: Readonly<Record<LoanState, Readonly<Partial<Record<LoanStep, readonly LoanState[]>>>>> = {
  draft: {
    amend: ['draft'],
    submit: ['submitted'],
    withdraw: ['withdrawn'],
    cancel: ['cancelled'],
    secure: ['draft'],
    'release-security': ['draft'],
  },
  submitted: {
    amend: ['draft'],
    approve: ['submitted', 'approved'],
    'meet-condition': ['submitted'],
    reject: ['rejected'],
    withdraw: ['withdrawn'],
    cancel: ['cancelled'],
    secure: ['submitted'],
    'release-security': ['submitted'],
  },
  approved: {
    amend: ['draft'],
    'meet-condition': ['approved'],
    secure: ['approved'],
    'release-security': ['approved'],
    disburse: ['active'],
    refinance: ['active'],
    reject: ['rejected'],
    withdraw: ['withdrawn'],
    cancel: ['cancelled'],
  },
  active: {
    secure: ['active'],
    'release-security': ['active'],
    disburse: byItsLife,
    repay: byItsLife,
    charge: byItsLife,
    waive: byItsLife,
    reschedule: byItsLife,
    'write-off': ['written-off'],
    reverse: ['approved', ...byItsLife],
  },
  overpaid: {
    disburse: byItsLife,
    charge: byItsLife,
    refund: byItsLife,
    reverse: ['approved', ...byItsLife],
  },
  'paid-off': { disburse: byItsLife, reverse: ['approved', ...byItsLife] },
  'written-off': {
    'release-security': ['written-off'],
    repay: ['written-off'],
    reverse: ['written-off', ...byItsLife],
  },
  rejected: {},
  withdrawn: {},
  cancelled: {},
}

/** Nothing is owed in these: what secured the loan is free. */
export const settledStates: readonly LoanState[] = ['overpaid', 'paid-off', 'rejected', 'withdrawn', 'cancelled']

/** What may be done with a loan in a state, in the order in which it is usually done. */
export const possibleSteps = (state: LoanState): readonly LoanStep[] =>
  loanSteps.filter(step => loanTransitions[state][step])

/** Refuses `loan-state`, which names the state and what is possible in it. Rule: L30. */
export const checkStep = (state: LoanState, step: LoanStep): Result<null, Refusal> =>
  loanTransitions[state][step] ? ok(null) : refuse({ type: 'loan-state', state, possible: possibleSteps(state) })
