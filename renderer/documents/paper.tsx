import { type DocumentModel, isTable } from '../../core/documents/document-model.ts'
import type { BlockHeights } from './block-heights.ts'
import { BlockSheets } from './block-sheets.tsx'
import { CashSheets } from './cash-sheets.tsx'
import { ExchangeSheet } from './exchange-sheet.tsx'
import type { PageLayout } from './page-layout.ts'
import { ReceiptSheet } from './receipt-sheet.tsx'
import { SalvageSheets } from './salvage-sheets.tsx'
import { StatementSheets } from './statement-sheets.tsx'
import { TableSheets } from './table-sheets.tsx'
import { ThermalCashSheet } from './thermal-cash-sheet.tsx'
import { ThermalExchange } from './thermal-exchange.tsx'
import { ThermalReceipt } from './thermal-receipt.tsx'
import { ThermalSalvage } from './thermal-salvage.tsx'
import { ThermalStatement } from './thermal-statement.tsx'

interface PaperProps {
  readonly model: DocumentModel
  readonly layout: PageLayout
  /** Of the parts of a paper that was drawn before, to be laid on pages. */
  readonly heights?: BlockHeights | undefined
}

/** Any document on any paper. */
export function Paper({ model, layout, heights }: PaperProps) {
  const isThermal = layout === 'thermal-58' || layout === 'thermal-80'
  const isWide = layout === 'thermal-80'
  if (isTable(model)) return <TableSheets model={model} isAcross={layout === 'a4-across'} />
  if (model.kind === 'loan-paper' || model.kind === 'posting-guide')
    return <BlockSheets model={model} heights={heights} />
  if (model.kind === 'receipt')
    return isThermal ? <ThermalReceipt model={model} isWide={isWide} /> : <ReceiptSheet model={model} />
  if (model.kind === 'exchange-receipt')
    return isThermal ? <ThermalExchange model={model} isWide={isWide} /> : <ExchangeSheet model={model} />
  if (model.kind === 'salvage')
    return isThermal ? <ThermalSalvage model={model} isWide={isWide} /> : <SalvageSheets model={model} />
  if (model.kind === 'cash-sheet')
    return isThermal ? <ThermalCashSheet model={model} isWide={isWide} /> : <CashSheets model={model} />
  return isThermal ? <ThermalStatement model={model} isWide={isWide} /> : <StatementSheets model={model} />
}
