import { addDays, firstDayEver } from '../../../core/calendar/business-date.ts'
import type { CurrencyCode } from '../../../core/money/currency.ts'
import { openedLines } from '../../../core/statements/opened-lines.ts'
import type { Days } from '../../../core/statements/statement-request.ts'
import type { FinancialStatement, SheetRow } from '../../../core/statements/statement-sheet.ts'
import { typedDate } from '../../lib/read-date.ts'
import { goTo } from '../../routes.ts'
import { foldOrUnfold, foldToParts, lookAt, type StatementView } from './statement-view.ts'

interface Shown {
  readonly statement: FinancialStatement
  readonly currency: CurrencyCode
  readonly locale: string
  /** The groups of the sheet, which a total adds up. */
  readonly groups: readonly string[]
  /** Which of two spans the figure is of. */
  readonly column: 'now' | 'earlier'
}

/**
 * Opens what a figure is made of: an account its lines, a result its income statement, cash at either end the balance sheet of that day, a
 * group or a total what it adds up. A figure of the earlier span opens the same of the earlier days. Rule: T13.
 */
export function openRow(row: SheetRow, shown: Shown): void {
  const { statement, currency, groups, column } = shown
  const days = (column === 'earlier' ? statement.earlier : undefined) ?? statement.days
  const other = statementOf(row, { ...shown, days })
  if (row.kind === 'group') foldOrUnfold(row.id)
  else if (other) lookAt(other)
  else if (row.id === 'translation-difference') goTo({ task: 'rates' })
  else if (row.account) goTo({ task: 'ledger', lines: openedLines({ ...statement, days }, currency, row.account.code) })
  else if (row.id === 'total') goTo({ task: 'ledger', lines: openedLines({ ...statement, days }, currency) })
  else foldToParts(groups)
}

/** The other statement that a figure stands for, if it does. */
function statementOf(
  { id, account }: SheetRow,
  { statement, days, locale }: Shown & { readonly days: Days },
): Partial<StatementView> | undefined {
  const until = (last: Days['to']) => ({ comparison: 'none' as const, toText: typedDate(last, locale) })
  const since = days.from === undefined ? '' : typedDate(days.from, locale)
  switch (id) {
    case 'current-result':
      return { ...until(days.to), kind: 'income-statement', without: 'other-years' }
    case 'earlier-result':
      return { ...until(days.to), kind: 'income-statement', without: 'this-year' }
    case 'net-result':
      if (statement.kind !== 'cash-reconciliation') return undefined
      return { ...until(days.to), fromText: since, kind: 'income-statement', without: undefined }
    case 'opening-cash':
      if (days.from === undefined || days.from === firstDayEver) return undefined
      return { ...until(addDays(days.from, -1)), kind: 'balance-sheet' }
    case 'closing-cash':
      return { ...until(days.to), kind: 'balance-sheet' }
    default:
      // A translated figure is made of lines in several currencies: each currency's own sheet opens them.
      return account && statement.rates ? { ...until(days.to), fromText: since, isConsolidated: false } : undefined
  }
}
