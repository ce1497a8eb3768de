import type { StatementModel } from '../../core/documents/document-model.ts'
import { paginateStatement } from './paginate-statement.ts'
import { type PaperWords, paperWords } from './paper-words.ts'
import sheet from './sheet.module.css'
import { SheetFoot } from './sheet-foot.tsx'
import { SheetHead } from './sheet-head.tsx'
import classes from './statement-sheets.module.css'
import { StatementTable } from './statement-table.tsx'

/** Letters beyond which figures are set smaller, so that no column ever cuts one off. */
const longFigure = 15

const longestFigure = (
  { openingMinor, closingMinor, depositsMinor, withdrawalsMinor, rows }: StatementModel,
  words: PaperWords,
) =>
  [openingMinor, closingMinor, depositsMinor, withdrawalsMinor, ...rows.map(row => row.balanceMinor)]
    .map(figure => words.amount(figure).length)
    .reduce((longest, length) => Math.max(longest, length), 0)

/** An account statement on as many A4 pages as it takes, each with its number, the table's head and the balance it goes on from. */
export function StatementSheets({ model }: { readonly model: StatementModel }) {
  const words = paperWords(model)
  const pages = paginateStatement(model)
  const isLong = longestFigure(model, words) > longFigure
  return (
    <main dir={words.direction} lang={words.language} data-long={isLong}>
      {pages.map((lines, place) => (
        <section className={sheet.sheet} key={lines[0]?.kind === 'opening' ? 'first' : `page-${place}`}>
          {place === 0 ? <Head model={model} words={words} /> : <RunningHead model={model} words={words} />}
          <StatementTable lines={lines} words={words} hasLongFigures={isLong} />
          {model.rows.length === 0 && <p className={sheet.none}>{words.labels.noMovements}</p>}
          <SheetFoot model={model} words={words} page={place + 1} pages={pages.length}>
            {words.labels.checkStatement}
            <br />
          </SheetFoot>
        </section>
      ))}
    </main>
  )
}

interface PartProps {
  readonly model: StatementModel
  readonly words: PaperWords
}

function Head({ model, words }: PartProps) {
  const { labels, date, amount } = words
  return (
    <>
      <SheetHead model={model} title={labels.statement} hasRosette>
        <div>{labels.period(date(model.from), date(model.to))}</div>
      </SheetHead>
      <div className={classes.parties}>
        <address className={classes.client}>
          <strong>
            <bdi>{model.clientName}</bdi>
          </strong>
          {model.clientAddress !== undefined && <bdi>{model.clientAddress}</bdi>}
        </address>
        <dl className={classes.facts}>
          <dt>{labels.account}</dt>
          <dd>{model.accountNumber}</dd>
          <dt>{labels.product}</dt>
          <dd>
            <bdi>{model.productName}</bdi>
          </dd>
          <dt>{labels.clientNumber}</dt>
          <dd>{model.clientNumber}</dd>
          <dt>{labels.currency}</dt>
          <dd>{model.currency}</dd>
        </dl>
      </div>
      <dl className={classes.sums}>
        <Sum name={labels.opening} figure={amount(model.openingMinor)} />
        <Sum name={labels.deposits} figure={amount(model.depositsMinor)} />
        <Sum name={labels.withdrawals} figure={amount(model.withdrawalsMinor)} />
        <Sum name={labels.closing} figure={amount(model.closingMinor)} />
      </dl>
    </>
  )
}

const Sum = ({ name, figure }: { readonly name: string; readonly figure: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>
      <bdi dir="ltr">{figure}</bdi>
    </dd>
  </div>
)

function RunningHead({ model, words }: PartProps) {
  return (
    <header className={sheet.running}>
      <bdi>{model.institutionName}</bdi>
      <span>
        {words.labels.statement} <bdi>{model.accountNumber}</bdi>
      </span>
      <bdi>{model.clientName}</bdi>
      <span>{words.labels.period(words.date(model.from), words.date(model.to))}</span>
    </header>
  )
}
