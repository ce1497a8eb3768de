import { ok } from '../result.ts'
import type { CashAnswers } from './cash-answers.ts'
import { drawersAnswer, ownDrawerAnswer } from './drawer-answer.ts'
import type { Readers } from './reader.ts'

/** The queries of cash. */
export const cashQueries: Readers<keyof CashAnswers> = {
  drawer: ({ db, context }) => ok(ownDrawerAnswer(db, context)),
  drawers: ({ db, context }) => ok(drawersAnswer(db, context)),
}
