import type { ConditionState } from '../loans/move-application.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { Books } from '../storage/books.ts'
import { openConditions } from '../storage/loan-conditions.ts'
import { loadLoan } from '../storage/loans.ts'

/** Refuses loan-unknown. */
export function loadCondition({ db }: Books, { loanId }: { readonly loanId: string }): Result<ConditionState, Refusal> {
  const loan = loadLoan(db, loanId)
  return loan ? ok({ loan, openConditions: openConditions(db, loanId) }) : refuse({ type: 'loan-unknown' })
}
