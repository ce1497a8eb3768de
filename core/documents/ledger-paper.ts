import { present } from '../assert.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { LedgerRequest } from '../statements/ledger-request.ts'
import { readLedger } from '../statements/read-ledger.ts'
import type { Books } from '../storage/books.ts'
import { branchRows, deviceRow } from '../storage/reference.ts'
import type { LedgerModel } from './document-model.ts'
import { journalHeads } from './journal-heads.ts'
import { type DocumentDesk, letterhead } from './letterhead.ts'

/** More lines than this are no paper any more: the export of the books has them all. */
const linesMax = 5000

/** A ledger account's lines, oldest first. Refuses what reading them refuses; field-invalid when there are more than a paper takes. Rule: T15. */
export function ledgerModel(
  { db }: Books,
  desk: DocumentDesk,
  request: LedgerRequest,
  locale: string,
): Result<LedgerModel, Refusal> {
  const read = readLedger(db, request, { limit: linesMax })
  if (!read.ok) return read
  if (read.value.next) return refuse({ type: 'field-invalid', field: 'from', rule: 'too-many' })
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
