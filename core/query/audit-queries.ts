import { ok } from '../result.ts'
import { auditAnswer } from './audit-answer.ts'
import type { AuditAnswers } from './audit-answers.ts'
import type { Readers } from './reader.ts'
import { traceAnswer } from './trace-answer.ts'
import { samplePopulationAnswer, workingPaperAnswer, workingPapersAnswer } from './working-paper-answer.ts'

/** The queries of the audit trail and of working papers. */
export const auditQueries: Readers<Exclude<keyof AuditAnswers, 'verification'>> = {
  'audit-trail': ({ db, context }, query) => ok(auditAnswer(db, context.device.code, query)),
  'sample-population': ({ db }, query) => ok(samplePopulationAnswer(db, query)),
  'working-papers': ({ db }) => ok(workingPapersAnswer(db)),
  'working-paper': ({ db }, { paperId }) => workingPaperAnswer(db, paperId),
  trace: ({ db }, { text }) => ok(traceAnswer(db, text)),
}
