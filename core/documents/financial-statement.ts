import { present } from '../assert.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result } from '../result.ts'
import { readStatement } from '../statements/read-statement.ts'
import type { StatementRequest } from '../statements/statement-request.ts'
import { visibleRows } from '../statements/visible-rows.ts'
import type { Books } from '../storage/books.ts'
import { deviceRow } from '../storage/reference.ts'
import type { FinancialStatementModel } from './document-model.ts'
import { journalHeads } from './journal-heads.ts'
import { type DocumentDesk, letterhead } from './letterhead.ts'

interface StatementPaperRequest {
  readonly statement: StatementRequest
  readonly hidesZeros: boolean
}

/** A financial statement as the window shows it, with all its groups unfolded, and the head of each log that it was drawn from. Rule: T15. */
export function financialStatementModel(
  { db }: Books,
  desk: DocumentDesk,
  { statement: request, hidesZeros }: StatementPaperRequest,
  locale: string,
): Result<FinancialStatementModel, Refusal> {
  const read = readStatement(db, request)
  if (!read.ok) return read
  const { branchId } = present(deviceRow(db, desk.log.logId), 'the log is a device of the institution')
  const sheets = read.value.sheets.map(sheet => ({
    ...sheet,
    rows: visibleRows(sheet.rows, { hidesZeros, folded: new Set() }),
  }))
  return ok({
    ...letterhead(db, desk, read.value.branch?.branchId ?? branchId, locale),
    kind: 'financial-statement',
    statement: { ...read.value, sheets },
    heads: journalHeads(db),
  })
}
