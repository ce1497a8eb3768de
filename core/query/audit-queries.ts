import { ok } from '../result.ts'
import { auditAnswer } from './audit-answer.ts'
import type { AuditAnswers } from './audit-answers.ts'
import type { Readers } from './reader.ts'
import { traceAnswer } from './trace-answer.ts'

/** The queries of the audit trail. */
export const auditQueries: Readers<Exclude<keyof AuditAnswers, 'verification'>> = {
  'audit-trail': ({ db, context }, query) => ok(auditAnswer(db, context.device.code, query)),
  trace: ({ db }, { text }) => ok(traceAnswer(db, text)),
}
