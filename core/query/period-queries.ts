import { ok } from '../result.ts'
import type { PeriodAnswers } from './period-answers.ts'
import { checklistAnswer, lateRecordsAnswer, periodsAnswer } from './periods-answer.ts'
import type { Readers } from './reader.ts'

/** The queries about months and years. */
export const periodQueries: Readers<keyof PeriodAnswers> = {
  periods: ({ db, context }) => ok(periodsAnswer(db, context)),
  'period-checklist': ({ db, context }, { period }) => ok(checklistAnswer(db, context, period)),
  'late-records': ({ db }, { period }) => ok(lateRecordsAnswer(db, period)),
}
