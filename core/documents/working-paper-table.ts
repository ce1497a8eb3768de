import { recordNumber } from '../journal/record-number.ts'
import { sumMinor } from '../money/amount.ts'
import { formatMoney } from '../money/format-amount.ts'
import type { PaperItem } from '../storage/working-paper-items.ts'
import { documentLanguage, documentLocale } from './document-language.ts'
import type { WorkingPaperModel } from './document-model.ts'
import { documentLabels, operationLabel } from './labels/document-labels.ts'
import type { DocumentLabels } from './labels/labels.ts'
import { type WorkingPaperLabels, workingPaperLabels } from './labels/working-paper-labels.ts'
import { printedDate, printedTime } from './printed-date.ts'
import { printedNumber } from './printed-number.ts'
import { statementLabels } from './statement-labels/labels-by-language.ts'
import { amountCell, empty, type PaperTable, type PaperTables, type TableRow, textCell } from './table-cells.ts'

/** A working paper as a table in the language of the paper. Rule: V23. */
export function workingPaperTables(model: WorkingPaperModel): PaperTables {
  const labels = workingPaperLabels[documentLanguage(model.locale)]
  return { title: labels.title, facts: factsOf(model, labels), tables: [tableOf(model, labels)], heads: model.heads }
}

function factsOf(model: WorkingPaperModel, labels: WorkingPaperLabels): readonly string[] {
  const { locale, drawn, name, ofBranch, drawnBy, drawnAt } = model
  const language = documentLanguage(locale)
  const paperLocale = documentLocale(locale)
  const { from, to, currency, recordType, minMinor, maxMinor } = drawn.criteria
  const number = (count: number): string => printedNumber(count, paperLocale)
  const money = (amountMinor: bigint): string => formatMoney({ amountMinor, currency }, paperLocale)
  return [
    name,
    documentLabels[language].period(printedDate(from, paperLocale), printedDate(to, paperLocale)),
    ofBranch ?? statementLabels[language].allBranches,
    ...(recordType === undefined ? [] : [operationLabel(recordType, documentLabels[language])]),
    ...(minMinor === undefined ? [] : [`≥ ${money(minMinor)}`]),
    ...(maxMinor === undefined ? [] : [`≤ ${money(maxMinor)}`]),
    `${labels.methods[drawn.method]}: ${number(drawn.items.length)} / ${number(drawn.population.count)}`,
    `${labels.seed} ${drawn.seed}`,
    `${drawnBy}, ${printedTime(drawnAt, paperLocale)}`,
  ]
}

function tableOf(model: WorkingPaperModel, labels: WorkingPaperLabels): PaperTable {
  const { locale, drawn, items, populationNowMinor } = model
  const language = documentLanguage(locale)
  const [words, statements] = [documentLabels[language], statementLabels[language]]
  const total: TableRow = {
    kind: 'total',
    depth: 0,
    isStrong: true,
    cells: [
      ...[empty, textCell(statements.rows.total), empty, empty, empty],
      amountCell(sumMinor(items.map(({ amountMinor }) => amountMinor))),
      ...[empty, empty],
    ],
  }
  return {
    currency: drawn.criteria.currency,
    columns: [
      { key: 'business_date', header: words.date, kind: 'date' },
      { key: 'operation', header: words.description, kind: 'text' },
      { key: 'party', header: statements.party, kind: 'text' },
      { key: 'record', header: statements.record, kind: 'text' },
      { key: 'receipt', header: words.receipt, kind: 'number' },
      { key: 'amount', header: words.amount, kind: 'amount' },
      { key: 'mark', header: labels.mark, kind: 'text' },
      { key: 'note', header: labels.note, kind: 'text' },
    ],
    rows: [...items.map(item => rowOf(item, labels, words)), total],
    checks: [{ names: labels.population, firstMinor: drawn.population.amountMinor, secondMinor: populationNowMinor }],
  }
}

function rowOf(item: PaperItem, labels: WorkingPaperLabels, words: DocumentLabels): TableRow {
  const { record, deviceCode, type, reversedType, businessDate, receipt, amountMinor, subject, marked } = item
  return {
    kind: 'item',
    depth: 0,
    isStrong: false,
    cells: [
      { kind: 'date', date: businessDate },
      textCell(operationLabel(type, words, reversedType)),
      textCell(subject && (subject.account ? `${subject.name} ${subject.account}` : subject.name)),
      textCell(recordNumber({ deviceCode, seq: record.seq })),
      receipt === undefined ? empty : { kind: 'number', number: receipt },
      amountCell(amountMinor),
      textCell(marked && `${labels.marks[marked.mark]} (${marked.by})`),
      textCell(marked?.note),
    ],
  }
}
