import { ok } from '../result.ts'
import { loanAnswer, loanPayoffAnswer, loansAnswer } from './loan-answer.ts'
import type { LoanAnswers } from './loan-answers.ts'
import type { Readers } from './reader.ts'

/** The queries of loans. */
export const loanQueries: Readers<keyof LoanAnswers> = {
  loan: ({ db, context }, { loanId }) => loanAnswer(db, context, loanId),
  'loan-payoff': ({ db, context }, { loanId }) => loanPayoffAnswer(db, context, loanId),
  loans: ({ db, context }, query) => ok(loansAnswer(db, context, query)),
}
