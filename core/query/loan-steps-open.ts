import { isAllowed, type Role } from '../authority/roles.ts'
import type { JournalCommand } from '../command/command.ts'
import { verbs } from '../command/verbs.ts'
import { possibleSteps } from '../loans/loan-states.ts'
import type { LoanState, LoanStep } from '../refusals/loan-refusal.ts'

const commandOf: Readonly<Record<LoanStep, JournalCommand['type']>> = {
  amend: 'loan.draft',
  submit: 'loan.submit',
  approve: 'loan.approve',
  'meet-condition': 'loan.meet-condition',
  reject: 'loan.reject',
  withdraw: 'loan.withdraw',
  cancel: 'loan.cancel',
  secure: 'loan.pledge',
  'release-security': 'loan.release-collateral',
  disburse: 'loan.disburse',
  refinance: 'loan.refinance',
  repay: 'loan.repay',
  charge: 'loan.charge',
  waive: 'loan.waive',
  reschedule: 'loan.reschedule',
  refund: 'loan.refund',
  'write-off': 'loan.write-off',
  reverse: 'operation.reverse',
}

/** What a person of a role may do with a loan in a state. Rules: L30, L38. */
export const stepsOpenTo = (state: LoanState, role: Role): readonly LoanStep[] =>
  possibleSteps(state).filter(step => isAllowed(role, verbs[commandOf[step]].permission))
