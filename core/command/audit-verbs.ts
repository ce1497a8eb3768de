import { drawSample } from '../audit/draw-sample.ts'
import { markItem } from '../audit/mark-item.ts'
import { loadPaper, loadPopulation } from './load-sample.ts'
import { anytimeVerb, type VerbsOf } from './verb.ts'

/** The verbs of the auditor: working papers, which post nothing. */
export const auditVerbs: VerbsOf<'audit'> = {
  'audit.draw-sample': anytimeVerb({
    recordType: 'audit.sample-drawn',
    permission: 'audit',
    load: loadPopulation,
    decide: drawSample,
  }),
  'audit.mark-item': anytimeVerb({
    recordType: 'audit.item-marked',
    permission: 'audit',
    load: loadPaper,
    decide: markItem,
  }),
}
