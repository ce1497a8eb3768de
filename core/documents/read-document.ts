import type { Refusal } from '../refusal.ts'
import { ok, type Result } from '../result.ts'
import type { Books } from '../storage/books.ts'
import { cashSheetModel } from './cash-sheet.ts'
import type { DocumentModel } from './document-model.ts'
import type { DocumentRequest } from './document-request.ts'
import { exchangeReceiptModel } from './exchange-receipt.ts'
import { financialStatementModel } from './financial-statement.ts'
import { type ledgerLinesMax, ledgerModel } from './ledger-paper.ts'
import type { DocumentDesk } from './letterhead.ts'
import { loanPaperModel } from './loan-papers/loan-paper.ts'
import { postingGuideModel } from './posting-guide/posting-guide.ts'
import { receiptModel } from './receipt.ts'
import { salvageModel } from './salvage.ts'
import { statementModel } from './statement.ts'
import { workingPaperModel } from './working-paper.ts'

/** The data of the paper that was asked for, read from the books: for sheets, or for a file, which may be longer. */
export function readDocument(
  books: Books,
  desk: DocumentDesk,
  request: DocumentRequest,
  on: keyof typeof ledgerLinesMax = 'sheets',
): Result<DocumentModel, Refusal> {
  switch (request.kind) {
    case 'receipt':
      return exchangeReceiptModel(books, desk, request.record, request.locale) ?? receiptModel(books, desk, request)
    case 'statement':
      return statementModel(books, desk, request)
    case 'financial-statement':
      return financialStatementModel(books, desk, request, request.locale)
    case 'ledger':
      return ledgerModel(books, desk, { lines: request.lines, on, locale: request.locale })
    case 'salvage':
      return ok(salvageModel(books, desk, request.locale))
    case 'working-paper':
      return workingPaperModel(books, desk, request.paperId, request.locale)
    case 'loan-paper':
      return loanPaperModel(books, desk, request)
    case 'posting-guide':
      return postingGuideModel(books, desk, request)
    case 'cash-sheet':
      return ok(cashSheetModel(books, desk, request.date, request.locale))
  }
}
