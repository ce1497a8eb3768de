import { ok } from '../result.ts'
import { groupCollectionAnswer, groupLoansAnswer, groupsAnswer } from './group-answer.ts'
import type { GroupAnswers } from './group-answers.ts'
import type { Readers } from './reader.ts'

/** The queries of groups. */
export const groupQueries: Readers<keyof GroupAnswers> = {
  groups: ({ db }, query) => ok(groupsAnswer(db, query)),
  'group-loans': groupLoansAnswer,
  'group-collection': groupCollectionAnswer,
}
