import { ok } from '../result.ts'
import { approvalsAnswer } from './approvals-answer.ts'
import { attachmentAnswer } from './attachment-answer.ts'
import { journalAnswer } from './journal-answer.ts'
import type { JournalAnswers } from './journal-answers.ts'
import type { Readers } from './reader.ts'
import { recordAnswerTo } from './record-answer.ts'

/** The queries of the journal. */
export const journalQueries: Readers<keyof JournalAnswers> = {
  journal: ({ db }, query) => ok(journalAnswer(db, query)),
  record: ({ db, context }, { record }) => recordAnswerTo(db, record, context.actor),
  attachment: ({ db }, query) => attachmentAnswer(db, query),
  approvals: ({ db, context }) => ok(approvalsAnswer(db, context)),
}
