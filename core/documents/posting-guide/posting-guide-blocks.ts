import { documentLanguage } from '../document-language.ts'
import type { BlockPaper, PaperBlock } from '../loan-papers/paper-blocks.ts'
import { paperRow } from '../loan-papers/paper-rows.ts'
import { paperWriter } from '../loan-papers/paper-writer.ts'
import { amountCell, empty, type PaperTable, textCell } from '../table-cells.ts'
import { postingGuideLabels } from './labels-by-language.ts'
import type { PostingGuideLabels } from './posting-guide-labels.ts'
import type { ExampleLine, PostingGuideModel, PostingRule } from './posting-guide-model.ts'

/** The rules of a product's accounting with examples, in the words of the paper's language. Rule: D32. */
export function postingGuideBlocks(model: PostingGuideModel): BlockPaper {
  const writer = paperWriter(model)
  const words = postingGuideLabels[documentLanguage(model.locale)]
  const { number, money, date, within } = writer
  return {
    title: words.title,
    facts: [model.productName, date(model.asOf)],
    blocks: [
      {
        kind: 'facts',
        facts: [
          { name: words.version, value: `${model.productId} · ${number(model.version)}` },
          { name: words.basis, value: words.bases[model.basis] },
          { name: words.nonAccrual, value: number(model.nonAccrualAfterDays) },
        ],
      },
      { kind: 'text', text: words.about },
      { kind: 'heading', text: words.rules },
      { kind: 'table', table: rulesTable(model, words) },
      ...model.examples.flatMap(({ basis, lines }): readonly PaperBlock[] => [
        { kind: 'heading', text: `${words.example}: ${words.bases[basis]}` },
        { kind: 'text', text: words.exampleAbout(within(money(model.lentMinor))) },
        { kind: 'table', table: exampleTable(model, lines, words) },
      ]),
    ],
  }
}

const spoken = ({ code, name }: PostingRule['debit']): string => `${code} ${name}`

/** The figures of a loan, then what is posted besides them. */
const ruleRows = ({ rules, besides }: PostingGuideModel, words: PostingGuideLabels) => [
  ...rules.map(rule => ({ ...rule, name: words.figures[rule.figure] })),
  ...besides.map(rule => ({ ...rule, name: words.besides[rule.kind] })),
]

const rulesTable = (model: PostingGuideModel, words: PostingGuideLabels): PaperTable => ({
  currency: model.currency,
  columns: [
    { key: 'name', header: words.when, kind: 'text' },
    { key: 'debited', header: words.debited, kind: 'text' },
    { key: 'credited', header: words.credited, kind: 'text' },
    { key: 'amount', header: words.example, kind: 'amount' },
  ],
  rows: ruleRows(model, words).map(({ name, debit, credit, exampleMinor }) =>
    paperRow('line', [textCell(name), textCell(spoken(debit)), textCell(spoken(credit)), amountCell(exampleMinor)]),
  ),
  checks: [],
})

const exampleTable = (
  { currency }: PostingGuideModel,
  lines: readonly ExampleLine[],
  words: PostingGuideLabels,
): PaperTable => ({
  currency,
  columns: [
    { key: 'date', header: words.on, kind: 'date' },
    { key: 'operation', header: words.entry, kind: 'text' },
    { key: 'account', header: words.account, kind: 'text' },
    { key: 'name', header: words.name, kind: 'text' },
    { key: 'debit', header: words.debit, kind: 'amount' },
    { key: 'credit', header: words.credit, kind: 'amount' },
  ],
  rows: lines.map(({ on, description, code, name, amountMinor }) =>
    paperRow('line', [
      description === undefined ? empty : { kind: 'date', date: on },
      textCell(description === undefined ? '' : (words.entries[description] ?? description)),
      textCell(code),
      textCell(name),
      amountMinor > 0n ? amountCell(amountMinor) : empty,
      amountMinor < 0n ? amountCell(-amountMinor) : empty,
    ]),
  ),
  checks: [],
})
