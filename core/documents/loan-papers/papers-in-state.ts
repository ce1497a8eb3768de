import type { LoanState } from '../../refusals/loan-refusal.ts'
import type { LoanPaperKind } from './loan-paper-model.ts'

const onceApproved: readonly LoanPaperKind[] = ['key-facts', 'agreement']
const oncePaidOut: readonly LoanPaperKind[] = [...onceApproved, 'voucher', 'statement']

/** The papers that there are of a loan, by its state. Rule: D33. */
export const papersInState: Readonly<Record<LoanState, readonly LoanPaperKind[]>> = {
  draft: ['key-facts'],
  submitted: ['key-facts'],
  approved: onceApproved,
  active: [...oncePaidOut, 'payoff'],
  overpaid: [...oncePaidOut, 'discharge'],
  'paid-off': [...oncePaidOut, 'discharge'],
  'written-off': oncePaidOut,
  rejected: [],
  withdrawn: [],
  cancelled: [],
}
