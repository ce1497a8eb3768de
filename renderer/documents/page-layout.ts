import { documentLanguage } from '../../core/documents/document-language.ts'
import { type DocumentModel, isReceipt, isTable, type TableModel } from '../../core/documents/document-model.ts'
import { paperTables } from '../../core/documents/paper-tables.ts'

export type PageLayout = 'a5' | 'a4' | 'a4-across' | 'thermal-58' | 'thermal-80'

const pageSizes: Partial<Record<PageLayout, string>> = {
  a5: '148mm 210mm',
  a4: '210mm 297mm',
  'a4-across': '297mm 210mm',
}

/** The width of a thermal printer's line says that a picture for it is wanted; otherwise a document has its own paper. */
export function layoutOf(model: DocumentModel, widthDots: string | null): PageLayout {
  if (widthDots !== null) return Number(widthDots) < 500 ? 'thermal-58' : 'thermal-80'
  if (isReceipt(model)) return 'a5'
  return isTable(model) && isWide(model) ? 'a4-across' : 'a4'
}

/** A ledger account's lines, and a trial balance, have more columns than stand on a page that is higher than wide. */
const isWide = (model: TableModel): boolean =>
  model.kind === 'ledger' ||
  model.kind === 'working-paper' ||
  model.statement.sheets.some(({ columns }) => columns.length > 4)

const nameOf = (model: DocumentModel): string | number => {
  if (isReceipt(model)) return model.number
  if (model.kind === 'cash-sheet') return model.businessDate
  if (model.kind === 'statement') return model.accountNumber
  if (model.kind === 'posting-guide') return model.productName
  if (model.kind === 'loan-paper') return model.loanNumber
  if (isTable(model)) return paperTables(model).title
  return model.formerDevices.join(' ')
}

/** Sets the paper's size, language and direction; a page's size cannot depend on anything in a style sheet of a file. */
export function choosePage(page: Document, model: DocumentModel, layout: PageLayout): void {
  const language = documentLanguage(model.locale)
  page.documentElement.lang = language
  page.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr'
  page.title = `${model.institutionName} ${nameOf(model)}`
  const size = pageSizes[layout]
  if (size === undefined) return
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`@page { size: ${size}; margin: 0 }`)
  page.adoptedStyleSheets = [sheet]
}
