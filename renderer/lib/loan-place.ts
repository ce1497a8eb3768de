import type { LoanState } from '../../core/refusals/loan-refusal.ts'
import type { Route } from '../routes.ts'

/** Of what was never lent, and is not to be paid out next, there is only the application. */
const applied: readonly LoanState[] = ['draft', 'submitted', 'rejected', 'withdrawn', 'cancelled']

/** Where a loan is looked at. */
export const loanPlace = ({ loanId, state }: { readonly loanId: string; readonly state: LoanState }): Route => ({
  task: applied.includes(state) ? 'loan-application' : 'loan',
  loanId,
})
