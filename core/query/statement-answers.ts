import type { LedgerPage } from '../statements/ledger-page.ts'
import type { FinancialStatement } from '../statements/statement-sheet.ts'

/** What the queries of statements and of the ledger's lines answer. */
export interface StatementAnswers {
  'financial-statement': FinancialStatement
  'ledger-lines': LedgerPage
}
