import { assert } from '../../core/assert.ts'
import { documentLanguage } from '../../core/documents/document-language.ts'
import { type DocumentModel, isTable, type LedgerModel } from '../../core/documents/document-model.ts'
import { escposBitmap, escposReceipt, needsBitmap, type PaperWidth, widthDotsOf } from '../../core/documents/escpos.ts'
import { paperTables } from '../../core/documents/paper-tables.ts'
import { statementLabels } from '../../core/documents/statement-labels/labels-by-language.ts'
import { tablesCsv } from '../../core/documents/tables-csv.ts'
import type { DocumentJob, DocumentOutput } from '../../core/engine/document-output.ts'
import { ok, refuse } from '../../core/result.ts'
import type { ShellPort } from '../engine/shell-port.ts'
import { printOnNetwork } from './network-printer.ts'
import { saveInFolder } from './paper-folder.ts'
import { workbook } from './workbook.ts'

/** A pocket printer's, which is what a file for a printer not set up here is most likely for. */
const usualWidth: PaperWidth = 58

/** Puts papers into the folder or on the receipt printer. Runs beside the engine; only drawing a page needs the main process. */
export function paper(shell: ShellPort, folder: string): DocumentOutput {
  return {
    produce: async job => {
      const { model, output, printer } = job
      switch (output) {
        case 'pdf': {
          const bytes = await shell.ask({ type: 'document.pdf', model })
          return ok({ path: await saveInFolder(folder, nameOf(model), 'pdf', bytes) })
        }
        case 'csv':
        case 'xlsx':
          return ok({ path: await saveInFolder(folder, nameOf(model), output, await tableBytes(model, output)) })
        case 'escpos-file':
          return ok({ path: await saveInFolder(folder, nameOf(model), 'escpos', await printerBytes(shell, job)) })
        case 'printer':
          if (printer === null) return refuse({ type: 'printer-not-set' })
          return printOnNetwork(printer, await printerBytes(shell, job))
      }
    },
  }
}

/** In the printer's own letters where it has them all, and as a picture where it has not. */
async function printerBytes(shell: ShellPort, { model, printer }: DocumentJob): Promise<Uint8Array> {
  const width = printer?.widthMm ?? usualWidth
  if (model.kind === 'receipt' && !needsBitmap(model)) return escposReceipt(model, width)
  return escposBitmap(await shell.ask({ type: 'document.bitmap', model, widthDots: widthDotsOf(width) }))
}

/** Asserts that the paper is a table: the engine refuses these forms of all others. */
function tableBytes(model: DocumentModel, output: 'csv' | 'xlsx'): Uint8Array | Promise<Uint8Array> {
  assert(isTable(model), 'only tables are files for other programs')
  const tables = paperTables(model)
  return output === 'csv' ? tablesCsv(tables) : workbook(tables, model, statementLabels[documentLanguage(model.locale)])
}

function nameOf(model: DocumentModel): string {
  if (model.kind === 'statement') return `statement-${model.accountNumber}-${model.from}-${model.to}`
  if (model.kind === 'financial-statement') return `${model.statement.kind}-${model.statement.days.to}`
  if (model.kind === 'ledger') return `${ledgerName(model)}-${model.request.to ?? model.printedAt.slice(0, 10)}`
  if (model.kind === 'salvage') return `not-taken-${model.deviceCode}-${model.printedAt.slice(0, 10)}`
  if (model.kind === 'cash-sheet') return `cash-${model.branchCode}-${model.businessDate}-${model.deviceCode}`
  if (model.kind === 'working-paper')
    return `working-paper-${model.drawn.paperId.slice(-12)}-${model.printedAt.slice(0, 10)}`
  if (model.kind === 'posting-guide') return `posting-guide-${model.productId}-${model.asOf}`
  if (model.kind === 'loan-paper') return `${model.paper}-${model.loanNumber}-${model.asOf}`
  const copy = model.copy === 0 ? '' : `-copy-${model.copy}`
  return `receipt-${model.deviceCode}-${model.number}${copy}`
}

const ledgerName = ({ page: { account } }: LedgerModel): string => (account ? `ledger-${account.code}` : 'journal')
