import { ok } from '../result.ts'
import type { CashAnswers } from './cash-answers.ts'
import { bankAccountsAnswer, cashLimitsAnswer, cashPositionAnswer } from './cash-position-answer.ts'
import { drawersAnswer, ownDrawerAnswer } from './drawer-answer.ts'
import type { Readers } from './reader.ts'

/** The queries of cash. */
export const cashQueries: Readers<keyof CashAnswers> = {
  drawer: ({ db, context }) => ok(ownDrawerAnswer(db, context)),
  drawers: ({ db, context }) => ok(drawersAnswer(db, context)),
  'cash-position': ({ db, context }, { date }) => ok(cashPositionAnswer(db, context, date)),
  'bank-accounts': ({ db }) => ok(bankAccountsAnswer(db)),
  'cash-limits': ({ db }) => ok(cashLimitsAnswer(db)),
}
