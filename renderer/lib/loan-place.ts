import type { LoanState } from '../../core/refusals/loan-refusal.ts'
import type { Route } from '../routes.ts'

/** Where a loan is looked at. */
export const loanPlace = ({ loanId }: { readonly loanId: string; readonly state: LoanState }): Route => ({
  task: 'loan-application',
  loanId,
})
