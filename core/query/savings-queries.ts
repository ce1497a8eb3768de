import { accountAnswer } from './account-answer.ts'
import { balanceAnswer } from './balance-answer.ts'
import type { Readers } from './reader.ts'
import type { SavingsAnswers } from './savings-answers.ts'
import { statementAnswer } from './statement-answer.ts'

/** The queries of savings accounts and their products. */
export const savingsQueries: Readers<keyof SavingsAnswers> = {
  account: ({ db, context }, { accountId }) => accountAnswer(db, context, accountId),
  statement: ({ db }, query) => statementAnswer(db, query),
  balance: ({ db }, query) => balanceAnswer(db, query),
}
