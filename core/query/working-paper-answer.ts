import type { Database } from 'better-sqlite3'
import { sumMinor } from '../money/amount.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { noteOf } from '../storage/note-of.ts'
import { deviceRow, grantById, ownLog } from '../storage/reference.ts'
import { samplePopulation } from '../storage/sample-population.ts'
import { paperItems } from '../storage/working-paper-items.ts'
import { markCounts, newestWorkingPapers, type WorkingPaper, workingPaper } from '../storage/working-papers.ts'
import type { WorkingPaperAnswer, WorkingPaperHead } from './audit-answers.ts'
import type { Query } from './query.ts'

const papersMax = 100

export const workingPapersAnswer = (db: Database): readonly WorkingPaperHead[] =>
  newestWorkingPapers(db, papersMax).map(paper => headOf(db, paper))

/** Refuses working-paper-unknown. Rule: V21. */
export function workingPaperAnswer(db: Database, paperId: string): Result<WorkingPaperAnswer, Refusal> {
  const paper = workingPaper(db, paperId)
  if (!paper) return refuse({ type: 'working-paper-unknown' })
  const { seed, population } = paper.drawn
  return ok({ ...headOf(db, paper), seed, population, items: paperItems(db, paper) })
}

function headOf(db: Database, paper: WorkingPaper): WorkingPaperHead {
  const { drawn, stored } = paper
  const { record } = stored
  const marks = markCounts(db, drawn.paperId)
  return {
    paperId: drawn.paperId,
    record: { log: record.log, seq: record.seq },
    isOwn: ownLog(db)?.logId === record.log,
    deviceCode: deviceRow(db, record.log)?.deviceCode ?? '',
    title: noteOf(db, record) ?? '',
    drawnAt: record.recordedAt,
    drawnBy: grantById(db, record.actor)?.name ?? '',
    criteria: drawn.criteria,
    method: drawn.method,
    size: drawn.items.length,
    marked: [...marks.values()].reduce((sum, count) => sum + count, 0),
    exceptions: marks.get('exception') ?? 0,
  }
}

/** How much a sample would be drawn from. */
export function samplePopulationAnswer(
  db: Database,
  { criteria }: Extract<Query, { type: 'sample-population' }>,
): WorkingPaperAnswer['population'] {
  const population = criteria.to < criteria.from ? [] : samplePopulation(db, criteria)
  return { count: population.length, amountMinor: sumMinor(population.map(({ amountMinor }) => amountMinor)) }
}
