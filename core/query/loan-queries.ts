import { ok } from '../result.ts'
import { clientExposureAnswer } from './client-exposure-answer.ts'
import { loanAffordabilityAnswer } from './loan-affordability-answer.ts'
import { loanAnswer, loanPayoffAnswer, loansAnswer } from './loan-answer.ts'
import type { LoanAnswers } from './loan-answers.ts'
import { applicationAnswer, waitingApplications } from './loan-application-answer.ts'
import { loanHistoryAnswer } from './loan-history-answer.ts'
import { loanOffers } from './loan-offers.ts'
import { collateralPaper, loanSecurityAnswer } from './loan-security-answer.ts'
import type { LoanSecurityAnswers } from './loan-security-answers.ts'
import { worklistAnswer } from './loan-worklist-answer.ts'
import type { Readers } from './reader.ts'

/** The queries of loans. */
export const loanQueries: Readers<keyof LoanAnswers | keyof LoanSecurityAnswers> = {
  loan: ({ db, context }, { loanId }) => loanAnswer(db, context, loanId),
  'loan-history': ({ db, context }, query) => loanHistoryAnswer(db, context, query),
  'loan-payoff': ({ db, context }, { loanId }) => loanPayoffAnswer(db, context, loanId),
  'loan-security': ({ db }, { loanId }) => loanSecurityAnswer(db, loanId),
  'collateral-paper': ({ db }, query) => collateralPaper(db, query),
  'loan-affordability': (reading, { loanId }) => loanAffordabilityAnswer(reading, loanId),
  'client-exposure': (reading, { clientId }) => clientExposureAnswer(reading, clientId),
  loans: ({ db, context }, query) => ok(loansAnswer(db, context, query)),
  'loan-offers': (reading, { clientId }) => loanOffers(reading, clientId),
  'loan-application': ({ db }, { loanId }) => applicationAnswer(db, loanId),
  'loan-applications': (reading, { limit }) => ok(waitingApplications(reading, limit)),
  'loan-worklist': ({ db, context }, query) => ok(worklistAnswer(db, context, query)),
}
