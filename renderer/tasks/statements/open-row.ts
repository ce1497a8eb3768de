import type { CurrencyCode } from '../../../core/money/currency.ts'
import { openedLines } from '../../../core/statements/opened-lines.ts'
import type { FinancialStatement, SheetRow } from '../../../core/statements/statement-sheet.ts'
import { typedDate } from '../../lib/read-date.ts'
import { goTo } from '../../routes.ts'
import { changeView, foldOrUnfold } from './statement-view.ts'

interface Shown {
  readonly statement: FinancialStatement
  readonly currency: CurrencyCode
  readonly locale: string
}

/** Opens what a figure is made of: an account its lines, the current result its income statement, a group what stands under it. */
export function openRow(row: SheetRow, { statement, currency, locale }: Shown): void {
  const { kind, yearFrom, rates } = statement
  if (row.kind === 'group') foldOrUnfold(row.id)
  else if (row.id === 'current-result') changeView({ kind: 'income-statement', fromText: typedDate(yearFrom, locale) })
  else if (row.id === 'net-result' && kind === 'cash-reconciliation') changeView({ kind: 'income-statement' })
  // A translated figure is made of lines in several currencies: each currency's own sheet opens them.
  else if (row.account && rates) changeView({ isConsolidated: false })
  else if (row.account) goTo({ task: 'ledger', lines: openedLines(statement, currency, row.account.code) })
}
