import { documentLanguage } from '../../core/documents/document-language.ts'
import type { DocumentModel } from '../../core/documents/document-model.ts'

export type PageLayout = 'a5' | 'a4' | 'thermal-58' | 'thermal-80'

const pageSizes: Partial<Record<PageLayout, string>> = { a5: '148mm 210mm', a4: '210mm 297mm' }

/** The width of a thermal printer's line says that a picture for it is wanted; otherwise a document has its own paper. */
export function layoutOf(model: DocumentModel, widthDots: string | null): PageLayout {
  if (widthDots !== null) return Number(widthDots) < 500 ? 'thermal-58' : 'thermal-80'
  return model.kind === 'receipt' ? 'a5' : 'a4'
}

const nameOf = (model: DocumentModel): string | number => {
  if (model.kind === 'receipt') return model.number
  if (model.kind === 'cash-sheet') return model.businessDate
  return model.kind === 'statement' ? model.accountNumber : model.formerDevices.join(' ')
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
