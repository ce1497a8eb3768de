import { recordNumber } from '../journal/record-number.ts'
import type { LedgerLineRow } from '../statements/ledger-page.ts'
import { documentLanguage } from './document-language.ts'
import type { LedgerModel } from './document-model.ts'
import { documentLabels, operationLabel } from './labels/document-labels.ts'
import type { DocumentLabels } from './labels/labels.ts'
import { statementLabels } from './statement-labels/labels-by-language.ts'
import {
  amountCell,
  empty,
  type PaperTable,
  type TableCell,
  type TableColumn,
  type TableRow,
  textCell,
} from './table-cells.ts'

/** A ledger account's lines between what it stood at and what it stands at; or the journal, whose debits are its credits. */
export function ledgerTable({ locale, page }: LedgerModel): PaperTable {
  const language = documentLanguage(locale)
  const labels = documentLabels[language]
  const words = statementLabels[language]
  const { currency, rows, sums, flowMinor, turnover } = page
  const columns = columnsIn(language).filter(({ key }) => !(page.account ? inJournalOnly : inAccountOnly).has(key))
  const row = (kind: string, cells: Readonly<Record<string, TableCell>>): TableRow => ({
    kind,
    depth: 0,
    isStrong: kind !== 'line',
    cells: columns.map(({ key }) => cells[key] ?? empty),
  })
  const edge = (kind: 'opening' | 'closing', balanceMinor: bigint): TableRow =>
    row(kind, { operation: textCell(labels[kind]), balance: amountCell(balanceMinor) })
  const total = (debitMinor: bigint | undefined, creditMinor: bigint | undefined): TableRow =>
    row('total', {
      operation: textCell(words.rows.total),
      debits: amountCell(debitMinor),
      credits: amountCell(creditMinor),
    })
  return {
    currency,
    columns,
    ...(flowMinor === undefined ? { broughtForward: labels.broughtForward } : {}),
    rows: [
      ...(sums ? [edge('opening', sums.openingMinor)] : []),
      ...rows.map(line => row('line', lineCells(line, labels))),
      ...(sums ? [total(sums.debitMinor, sums.creditMinor), edge('closing', sums.closingMinor)] : []),
      ...(turnover ? [total(turnover.debitMinor, turnover.creditMinor)] : []),
      ...(flowMinor === undefined ? [] : [total(undefined, flowMinor)]),
    ],
    checks: turnover
      ? [{ names: words.checks['debits-credits'], firstMinor: turnover.debitMinor, secondMinor: turnover.creditMinor }]
      : [],
  }
}

const inJournalOnly: ReadonlySet<string> = new Set(['account', 'name'])
const inAccountOnly: ReadonlySet<string> = new Set(['balance'])

function columnsIn(language: ReturnType<typeof documentLanguage>): readonly TableColumn[] {
  const [labels, words] = [documentLabels[language], statementLabels[language]]
  return [
    { key: 'booking_date', header: labels.date, kind: 'date' },
    { key: 'value_date', header: labels.valueDate, kind: 'date' },
    { key: 'operation', header: labels.description, kind: 'text', carried: 'words' },
    { key: 'account', header: words.account, kind: 'text' },
    { key: 'name', header: words.name, kind: 'text' },
    { key: 'party', header: words.party, kind: 'text' },
    { key: 'branch', header: labels.branch, kind: 'text' },
    { key: 'record', header: words.record, kind: 'text' },
    { key: 'receipt', header: labels.receipt, kind: 'number' },
    { key: 'debits', header: words.columns.debits, kind: 'amount', carried: 'sum' },
    { key: 'credits', header: words.columns.credits, kind: 'amount', carried: 'sum' },
    { key: 'balance', header: labels.balance, kind: 'amount', carried: 'last' },
  ]
}

function lineCells(line: LedgerLineRow, labels: DocumentLabels): Readonly<Record<string, TableCell>> {
  const { account, type, owner, record, deviceCode, receipt, debitMinor, creditMinor } = line
  return {
    booking_date: { kind: 'date', date: line.bookingDate },
    value_date: { kind: 'date', date: line.valueDate },
    operation: textCell(operationLabel(type, labels, line.reversedType)),
    account: textCell(account.code),
    name: textCell(account.name),
    party: textCell(owner && (owner.kind === 'account' ? `${owner.name} ${owner.account}` : owner.name)),
    branch: textCell(line.branchCode),
    record: textCell(recordNumber({ deviceCode, seq: record.seq })),
    receipt: receipt === undefined ? empty : { kind: 'number', number: receipt },
    debits: amountCell(debitMinor === 0n ? undefined : debitMinor),
    credits: amountCell(creditMinor === 0n ? undefined : creditMinor),
    balance: amountCell(line.balanceMinor),
  }
}
