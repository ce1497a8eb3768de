import { documentLanguage } from '../../core/documents/document-language.ts'
import type { TableModel } from '../../core/documents/document-model.ts'
import { paperTables } from '../../core/documents/paper-tables.ts'
import { statementLabels } from '../../core/documents/statement-labels/labels-by-language.ts'
import type { StatementLabels } from '../../core/documents/statement-labels/statement-labels.ts'
import type { PaperTable, PaperTables } from '../../core/documents/table-cells.ts'
import { paginateTables, type TablePage } from './paginate-tables.ts'
import { type PaperWords, paperWords } from './paper-words.ts'
import sheet from './sheet.module.css'
import { SheetFoot } from './sheet-foot.tsx'
import { SheetHead } from './sheet-head.tsx'
import { SheetTable } from './sheet-table.tsx'
import classes from './table-sheets.module.css'

interface TableSheetsProps {
  readonly model: TableModel
  readonly isAcross: boolean
}

interface PartProps {
  readonly model: TableModel
  readonly isAcross: boolean
  readonly paper: PaperTables
  readonly words: PaperWords
  readonly labels: StatementLabels
}

/** A statement or a ledger account's lines on A4, each page with its number; the last one says what must agree and from which books it was drawn. */
export function TableSheets({ model, isAcross }: TableSheetsProps) {
  const paper = paperTables(model)
  const [first] = paper.tables
  const words = paperWords({ locale: model.locale, currency: first?.currency ?? 'KES' })
  const part = { model, isAcross, paper, words, labels: statementLabels[documentLanguage(model.locale)] }
  const pages = paginateTables(paper, isAcross)
  return (
    <main dir={words.direction} lang={words.language}>
      {pages.map((page, place) => (
        <section className={sheet.sheet} data-across={isAcross || undefined} key={page.key}>
          {place === 0 ? <Head {...part} /> : <RunningHead {...part} />}
          <Page page={page} {...part} />
          <SheetFoot model={model} words={words} page={place + 1} pages={pages.length} />
        </section>
      ))}
    </main>
  )
}

const Head = ({ model, paper }: PartProps) => (
  <SheetHead model={model} title={paper.title} hasRosette>
    {paper.facts.map(fact => (
      <div key={fact}>{fact}</div>
    ))}
  </SheetHead>
)

const RunningHead = ({ model, paper }: PartProps) => (
  <header className={sheet.running}>
    <bdi>{model.institutionName}</bdi>
    <span>{paper.title}</span>
    <span>{paper.facts.slice(0, 3).join(' · ')}</span>
  </header>
)

function Page({ page: { table, rows, isEndOfTable, isLast }, ...part }: PartProps & { readonly page: TablePage }) {
  const words = paperWords({ locale: part.model.locale, currency: table.currency })
  return (
    <>
      {rows.length > 0 && <SheetTable table={table} isAcross={part.isAcross} rows={rows} words={words} />}
      {table.rows.length === 0 && <p className={sheet.none}>{part.labels.nothing}</p>}
      {isEndOfTable && table.checks.length > 0 && <Checks table={table} words={words} labels={part.labels} />}
      {isLast && <Heads {...part} />}
    </>
  )
}

interface ChecksProps {
  readonly table: PaperTable
  readonly words: PaperWords
  readonly labels: StatementLabels
}

function Checks({ table: { checks }, words, labels }: ChecksProps) {
  return (
    <dl className={classes.checks}>
      <dt>{labels.controlTotals}</dt>
      {checks.map(({ names, firstMinor, secondMinor }) => (
        <dd key={`${names.join()}/${firstMinor}`}>
          {names[0]} <bdi dir="ltr">{words.money(firstMinor)}</bdi> · {names[1]}{' '}
          <bdi dir="ltr">{words.money(secondMinor)}</bdi> ·{' '}
          <strong>{firstMinor === secondMinor ? labels.agrees : labels.differs}</strong>
        </dd>
      ))}
    </dl>
  )
}

const Heads = ({ paper: { heads }, labels }: PartProps) => (
  <dl className={classes.checks}>
    <dt>{labels.journalHead}</dt>
    {heads.map(({ deviceCode, log, seq, hash }) => (
      <dd key={log} className={classes.hash} dir="ltr">
        {deviceCode} · {log} · {seq} · {hash}
      </dd>
    ))}
  </dl>
)
