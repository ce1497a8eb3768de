import type { LedgerLineRow } from '../statements/ledger-page.ts'
import { documentLanguage } from './document-language.ts'
import type { LedgerModel } from './document-model.ts'
import { documentLabels, operationLabel } from './labels/document-labels.ts'
import type { DocumentLabels } from './labels/labels.ts'
import { statementLabels } from './statement-labels/labels-by-language.ts'
import { amountCell, empty, type PaperTable, type TableColumn, type TableRow, textCell } from './table-cells.ts'

/** A ledger account's lines between what it stood at and what it stands at. */
export function ledgerTable({ locale, page }: LedgerModel): PaperTable {
  const language = documentLanguage(locale)
  const labels = documentLabels[language]
  const { currency, rows, sums, flowMinor } = page
  const edge = (kind: 'opening' | 'closing', balanceMinor: bigint): TableRow => ({
    kind,
    depth: 0,
    isStrong: true,
    cells: [empty, empty, textCell(labels[kind]), empty, empty, empty, empty, empty, empty, amountCell(balanceMinor)],
  })
  const total = (debitMinor: bigint | undefined, creditMinor: bigint | undefined): TableRow => ({
    kind: 'total',
    depth: 0,
    isStrong: true,
    cells: [
      ...[empty, empty, textCell(statementLabels[language].rows.total), empty, empty, empty, empty],
      ...[amountCell(debitMinor), amountCell(creditMinor), empty],
    ],
  })
  return {
    currency,
    columns: columnsIn(language),
    rows: [
      ...(sums ? [edge('opening', sums.openingMinor)] : []),
      ...rows.map(row => lineRow(row, labels)),
      ...(sums ? [total(sums.debitMinor, sums.creditMinor), edge('closing', sums.closingMinor)] : []),
      ...(flowMinor === undefined ? [] : [total(undefined, flowMinor)]),
    ],
    checks: [],
  }
}

function columnsIn(language: ReturnType<typeof documentLanguage>): readonly TableColumn[] {
  const [labels, words] = [documentLabels[language], statementLabels[language]]
  return [
    { key: 'booking_date', header: labels.date, kind: 'date' },
    { key: 'value_date', header: labels.valueDate, kind: 'date' },
    { key: 'operation', header: labels.description, kind: 'text' },
    { key: 'party', header: words.party, kind: 'text' },
    { key: 'branch', header: labels.branch, kind: 'text' },
    { key: 'record', header: words.record, kind: 'text' },
    { key: 'receipt', header: labels.receipt, kind: 'number' },
    { key: 'debits', header: words.columns.debits, kind: 'amount' },
    { key: 'credits', header: words.columns.credits, kind: 'amount' },
    { key: 'balance', header: labels.balance, kind: 'amount' },
  ]
}

function lineRow(row: LedgerLineRow, labels: DocumentLabels): TableRow {
  const { bookingDate, valueDate, type, owner, branchCode, record, receipt, debitMinor, creditMinor } = row
  return {
    kind: 'line',
    depth: 0,
    isStrong: false,
    cells: [
      { kind: 'date', date: bookingDate },
      { kind: 'date', date: valueDate },
      textCell(operationLabel(type, labels, row.reversedType)),
      textCell(owner && (owner.kind === 'account' ? `${owner.name} ${owner.account}` : owner.name)),
      textCell(branchCode),
      textCell(`${record.log.slice(0, 8)}/${record.seq}`),
      receipt === undefined ? empty : { kind: 'number', number: receipt },
      amountCell(debitMinor === 0n ? undefined : debitMinor),
      amountCell(creditMinor === 0n ? undefined : creditMinor),
      amountCell(row.balanceMinor),
    ],
  }
}
