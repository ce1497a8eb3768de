import { type Portions, portionsTotal, sumPortions } from '../../loan-life/portions.ts'
import { operationLabel } from '../labels/document-labels.ts'
import { amountCell, empty, type PaperTable, type TableCell, textCell } from '../table-cells.ts'
import type { LoanStatementModel, LoanStatementRow } from './loan-paper-model.ts'
import type { BlockPaper, PaperBlock, PaperFact } from './paper-blocks.ts'
import { paperRow } from './paper-rows.ts'
import type { PaperWriter } from './paper-writer.ts'

/** All that befell a loan, how it stands, and what is still to come. Rule: D30. */
export function loanStatementBlocks(model: LoanStatementModel, writer: PaperWriter): BlockPaper {
  const { labels, date, within } = writer
  const { statement } = labels
  return {
    title: labels.titles.statement,
    facts: [labels.loan(within(model.loanNumber)), date(model.asOf)],
    blocks: [
      { kind: 'facts', facts: aboutFacts(model, writer) },
      { kind: 'heading', text: statement.stands },
      { kind: 'facts', facts: standingFacts(model, writer) },
      { kind: 'heading', text: statement.history },
      { kind: 'table', table: historyTable(model, writer) },
      { kind: 'heading', text: statement.toCome },
      toCome(model, writer),
    ],
  }
}

const aboutFacts = (model: LoanStatementModel, writer: PaperWriter): readonly PaperFact[] => {
  const { labels, documentLabels, money, percent } = writer
  return [
    { name: documentLabels.client, value: model.clientName },
    { name: documentLabels.clientNumber, value: model.clientNumber },
    { name: documentLabels.officer, value: model.officerName },
    { name: documentLabels.product, value: model.productName },
    { name: labels.terms.lent, value: money(model.lentMinor), isFigure: true },
    { name: labels.terms.nominal, value: labels.terms.yearly(percent(model.annualPercent)) },
  ]
}

function standingFacts(model: LoanStatementModel, writer: PaperWriter): readonly PaperFact[] {
  const { labels, documentLabels, money, number } = writer
  const { statement } = labels
  const { parts, left } = documentLabels.loan
  const figure = (name: string, minor: bigint): PaperFact => ({ name, value: money(minor), isFigure: true })
  const { principal, interest, fees, penalties } = model.outstanding
  const late = model.daysPastDue === 0 ? '' : ` (${statement.daysLate(model.daysPastDue, number(model.daysPastDue))})`
  return [
    figure(left.principal, principal),
    figure(parts.interest, interest),
    figure(statement.charges, fees + penalties),
    figure(`${statement.overdue}${late}`, model.arrearsMinor),
    ...(model.payoffMinor === undefined ? [] : [figure(statement.settles, model.payoffMinor)]),
    ...(model.overpaidMinor === 0n ? [] : [figure(statement.overpaid, model.overpaidMinor)]),
  ]
}

function historyTable({ currency, rows }: LoanStatementModel, { labels, documentLabels }: PaperWriter): PaperTable {
  const { parts, left } = documentLabels.loan
  const said = ({ operation, isReversed }: LoanStatementRow): string => {
    const name = operationLabel(operation, documentLabels)
    return isReversed ? `${name} (${documentLabels.reversed})` : name
  }
  return {
    currency,
    columns: [
      { key: 'date', header: documentLabels.date, kind: 'date' },
      { key: 'operation', header: documentLabels.description, kind: 'text' },
      { key: 'receipt', header: documentLabels.receipt, kind: 'number' },
      { key: 'amount', header: documentLabels.amount, kind: 'amount' },
      { key: 'principal', header: parts.principal, kind: 'amount' },
      { key: 'interest', header: parts.interest, kind: 'amount' },
      { key: 'charges', header: labels.statement.charges, kind: 'amount' },
      { key: 'left', header: left.principal, kind: 'amount' },
    ],
    rows: rows.map(row =>
      paperRow('line', [
        { kind: 'date', date: row.on },
        textCell(said(row)),
        row.receipt === undefined ? empty : { kind: 'number', number: row.receipt },
        amountCell(row.amountMinor),
        amountCell(row.parts?.principal),
        amountCell(row.parts?.interest),
        amountCell(row.parts && row.parts.fees + row.parts.penalties),
        amountCell(row.leftMinor),
      ]),
    ),
    checks: [],
  }
}

const owedCells = (owed: Portions): readonly TableCell[] =>
  [owed.principal, owed.interest, owed.fees + owed.penalties, portionsTotal(owed)].map(amountCell)

function toCome({ currency, toCome: installments }: LoanStatementModel, { labels }: PaperWriter): PaperBlock {
  const { columns } = labels.terms
  const inAll = sumPortions(installments.map(({ outstanding }) => outstanding))
  if (installments.length === 0) return { kind: 'text', text: labels.statement.nothingToCome }
  const table: PaperTable = {
    currency,
    columns: [
      { key: 'number', header: columns.number, kind: 'number' },
      { key: 'due_on', header: columns.dueOn, kind: 'date' },
      { key: 'principal', header: columns.principal, kind: 'amount' },
      { key: 'interest', header: columns.interest, kind: 'amount' },
      { key: 'charges', header: labels.statement.charges, kind: 'amount' },
      { key: 'total', header: columns.total, kind: 'amount' },
    ],
    rows: [
      ...installments.map(({ number, dueOn, outstanding }) =>
        paperRow('line', [{ kind: 'number', number }, { kind: 'date', date: dueOn }, ...owedCells(outstanding)]),
      ),
      paperRow('total', [empty, textCell(labels.terms.inAll), ...owedCells(inAll)]),
    ],
    checks: [],
  }
  return { kind: 'table', table }
}
