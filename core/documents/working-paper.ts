import { present } from '../assert.ts'
import { sumMinor } from '../money/amount.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { Books } from '../storage/books.ts'
import { noteOf } from '../storage/note-of.ts'
import { branchRows, deviceRow } from '../storage/reference.ts'
import { samplePopulation } from '../storage/sample-population.ts'
import { paperItems } from '../storage/working-paper-items.ts'
import { workingPaper } from '../storage/working-papers.ts'
import type { WorkingPaperModel } from './document-model.ts'
import { journalHeads } from './journal-heads.ts'
import { type DocumentDesk, letterhead, staffName } from './letterhead.ts'

/** An auditor's working paper: how the sample was drawn, its items with what was found, and what it was drawn from, then and now. Rule: V23. */
export function workingPaperModel(
  { db }: Books,
  desk: DocumentDesk,
  paperId: string,
  locale: string,
): Result<WorkingPaperModel, Refusal> {
  const paper = workingPaper(db, paperId)
  if (!paper) return refuse({ type: 'working-paper-unknown' })
  const { drawn, stored } = paper
  const { branchId } = present(deviceRow(db, desk.log.logId), 'the log is a device of the institution')
  const branch = branchRows(db).find(row => row.branchId === drawn.criteria.branchId)
  return ok({
    ...letterhead(db, desk, branch?.branchId ?? branchId, locale),
    kind: 'working-paper',
    drawn,
    name: noteOf(db, stored.record) ?? '',
    drawnBy: staffName(db, stored.record.actor),
    drawnAt: stored.record.recordedAt,
    ...(branch ? { ofBranch: `${branch.code} ${branch.name}` } : {}),
    items: paperItems(db, paper),
    populationNowMinor: sumMinor(samplePopulation(db, drawn.criteria).map(({ amountMinor }) => amountMinor)),
    heads: journalHeads(db),
  })
}
