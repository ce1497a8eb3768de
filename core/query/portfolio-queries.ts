import { ok } from '../result.ts'
import { portfolioAnswer, portfolioRiskAnswer } from './portfolio-answer.ts'
import type { PortfolioAnswers } from './portfolio-answers.ts'
import { portfolioLoansAnswer } from './portfolio-loans-answer.ts'
import { portfolioDueAnswer, portfolioPeriodAnswer } from './portfolio-period-answer.ts'
import { provisionAnswer } from './provision-answer.ts'
import type { Readers } from './reader.ts'

/** The queries of the portfolio. */
export const portfolioQueries: Readers<keyof PortfolioAnswers> = {
  portfolio: ({ db, context }, query) => ok(portfolioAnswer(db, context, query)),
  'portfolio-risk': ({ db, context }, query) => ok(portfolioRiskAnswer(db, context, query)),
  'portfolio-period': ({ db }, query) => ok(portfolioPeriodAnswer(db, query)),
  'portfolio-due': ({ db }, query) => ok(portfolioDueAnswer(db, query)),
  provision: ({ db, context }, query) => ok(provisionAnswer(db, context, query)),
  'portfolio-loans': ({ db, context }, query) => ok(portfolioLoansAnswer(db, context, query)),
}
