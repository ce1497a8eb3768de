import type { BusinessDate } from '../calendar/business-date.ts'
import { ratesText } from '../money/format-rate.ts'
import type { Days } from '../statements/statement-request.ts'
import { documentLanguage, documentLocale } from './document-language.ts'
import type { LedgerModel, TableModel } from './document-model.ts'
import { documentLabels } from './labels/document-labels.ts'
import { ledgerTable } from './ledger-table.ts'
import { printedDate } from './printed-date.ts'
import { sheetTable } from './sheet-table.ts'
import { statementLabels } from './statement-labels/labels-by-language.ts'
import type { PaperTables } from './table-cells.ts'
import { workingPaperTables } from './working-paper-table.ts'

/** A statement or a ledger account's lines as tables in the language of the paper. Rule: T15. */
export function paperTables(model: TableModel): PaperTables {
  if (model.kind === 'working-paper') return workingPaperTables(model)
  const language = documentLanguage(model.locale)
  const labels = statementLabels[language]
  const date = (of: BusinessDate): string => printedDate(of, documentLocale(model.locale))
  const span = ({ from, to }: Days): string =>
    from === undefined ? labels.upTo(date(to)) : documentLabels[language].period(date(from), date(to))
  const { heads } = model
  if (model.kind === 'ledger')
    return {
      title: model.page.account ? labels.ledger : labels.journal,
      facts: ledgerFacts(model, span),
      tables: [ledgerTable(model)],
      heads,
    }
  const { kind, branch, basis, days, earlier, rates, sheets, without } = model.statement
  const spoken = (of: Days): string => (kind === 'balance-sheet' ? labels.asOf(date(of.to)) : span(of))
  const facts = [
    branch ? `${branch.code} ${branch.name}` : labels.allBranches,
    spoken(days),
    labels.basis[basis],
    ...(without ? [labels.without[without]] : []),
    ...(earlier ? [labels.comparedWith(spoken(earlier))] : []),
    ...(rates ? [labels.consolidatedAt(ratesText(rates, documentLocale(model.locale)))] : []),
  ]
  return { title: labels.kinds[kind], facts, tables: sheets.map(sheet => sheetTable(sheet, labels)), heads }
}

function ledgerFacts(
  { locale, request, page, ofBranch }: LedgerModel,
  span: (days: Days) => string,
): readonly string[] {
  const labels = statementLabels[documentLanguage(locale)]
  const { from, to, basis, through, without } = request
  const newest = page.rows.at(-1)?.place.date
  const last = to ?? newest
  return [
    ...(page.account ? [`${page.account.code} ${page.account.name}`] : []),
    ofBranch ?? labels.allBranches,
    ...(last ? [span({ to: last, ...(from ? { from } : {}) })] : []),
    labels.basis[basis],
    ...(through ? [labels.throughCash] : []),
    ...(without ? [labels.without[without]] : []),
  ]
}
