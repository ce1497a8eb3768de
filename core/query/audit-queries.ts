import { auditAnswer } from './audit-answer.ts'
import type { AuditAnswers } from './audit-answers.ts'
import type { Readers } from './reader.ts'

/** The queries of the audit trail. */
export const auditQueries: Readers<keyof AuditAnswers> = {
  'audit-trail': ({ db, context }, query) => auditAnswer(db, context, query),
}
