import { ok } from '../result.ts'
import { portfolioAnswer } from './portfolio-answer.ts'
import type { PortfolioAnswers } from './portfolio-answers.ts'
import type { Readers } from './reader.ts'

/** The queries of the portfolio. */
export const portfolioQueries: Readers<keyof PortfolioAnswers> = {
  portfolio: ({ db, context }, query) => ok(portfolioAnswer(db, context, query)),
}
