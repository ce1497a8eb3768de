import type { PaperState } from '../audit/mark-item.ts'
import type { Candidate } from '../audit/sample.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { Books } from '../storage/books.ts'
import { deviceRow } from '../storage/reference.ts'
import { samplePopulation } from '../storage/sample-population.ts'
import { workingPaper } from '../storage/working-papers.ts'
import type { CommandOf } from './command.ts'

/** Refuses days that end before they begin: field-invalid. */
export function loadPopulation(
  { db }: Books,
  { criteria }: Pick<CommandOf<'audit.draw-sample'>, 'criteria'>,
): Result<readonly Candidate[], Refusal> {
  return criteria.to < criteria.from
    ? refuse({ type: 'field-invalid', field: 'criteria.to', rule: 'too-small' })
    : ok(samplePopulation(db, criteria))
}

export function loadPaper({ db }: Books, { paperId }: CommandOf<'audit.mark-item'>): Result<PaperState, Refusal> {
  const paper = workingPaper(db, paperId)
  if (!paper) return refuse({ type: 'working-paper-unknown' })
  const { log } = paper.stored.record
  return ok({ log, deviceCode: deviceRow(db, log)?.deviceCode ?? '', items: paper.drawn.items })
}
