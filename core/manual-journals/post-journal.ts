import { paperBlobs } from '../decision/attachments.ts'
import type { OpenDayContext } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import { journalEntry } from '../journal/entry.ts'
import type { Chart } from '../ledger/chart.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { checkLines } from './check-lines.ts'
import type { PostJournal } from './journal-commands.ts'
import { purposeEntries } from './purposes.ts'

export interface JournalState {
  readonly chart: Chart
  readonly branchId: string
}

/**
 * Books what no other verb books: one entry of the lines as they were written. Its words and papers are sealed under the branch's key.
 * Refuses what `checkLines` refuses, then value-date-ahead. Rules: G4, G5, G6.
 */
export function postJournal(
  { chart, branchId }: JournalState,
  { templateId, purpose, reference, valueDate, lines, ...papers }: PostJournal,
  { businessDate }: OpenDayContext,
): Result<Decision, Refusal> {
  const booked = checkLines(chart, lines)
  if (!booked.ok) return booked
  if (valueDate !== undefined && valueDate > businessDate)
    return refuse({ type: 'value-date-ahead', latestDate: businessDate })
  return ok({
    type: 'journal.posted',
    class: 'decision',
    entries: [journalEntry(purposeEntries[purpose], booked.value)],
    body: { purpose, reference, templateId },
    branch: branchId,
    ...(valueDate === undefined ? {} : { valueDate }),
    ...paperBlobs(papers, branchId),
  })
}
