import { present } from '../assert.ts'
import { addDays } from '../calendar/business-date.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { LedgerRequest } from '../statements/ledger-request.ts'
import { readLedger } from '../statements/read-ledger.ts'
import type { Books } from '../storage/books.ts'
import { branchRows, deviceRow } from '../storage/reference.ts'
import type { LedgerModel } from './document-model.ts'
import { journalHeads } from './journal-heads.ts'
import { type DocumentDesk, letterhead } from './letterhead.ts'

/** More lines than this are no sheets that anybody turns, and no file that a spreadsheet opens in good time. */
export const ledgerLinesMax = { sheets: 5_000, file: 100_000 } as const

interface LedgerPaperRequest {
  readonly lines: LedgerRequest
  /** On sheets that are turned or looked at, or in a file for other programs. */
  readonly on: keyof typeof ledgerLinesMax
  readonly locale: string
}

/**
 * A ledger account's lines, or the journal, oldest first, all of them or none: refuses what reading them refuses; paper-too-long when there
 * are more than it takes, with the first day of the newest part that it does take. Rules: T15, T20.
 */
export function ledgerModel(
  { db }: Books,
  desk: DocumentDesk,
  { lines: request, on, locale }: LedgerPaperRequest,
): Result<LedgerModel, Refusal> {
  const linesMax = ledgerLinesMax[on]
  const read = readLedger(db, request, { limit: linesMax })
  if (!read.ok) return read
  const { next } = read.value
  if (next) return refuse({ type: 'paper-too-long', linesMax, firstDate: addDays(next.date, 1) })
  const { branchId } = present(deviceRow(db, desk.log.logId), 'the log is a device of the institution')
  const branch = branchRows(db).find(row => row.branchId === request.branchId)
  return ok({
    ...letterhead(db, desk, request.branchId ?? branchId, locale),
    kind: 'ledger',
    request,
    ...(branch ? { ofBranch: `${branch.code} ${branch.name}` } : {}),
    page: { ...read.value, rows: read.value.rows.toReversed() },
    heads: journalHeads(db),
  })
}
