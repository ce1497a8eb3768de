import type { SalvageModel, SalvageModelRow } from '../../core/documents/document-model.ts'
import { paginateRows } from './paginate-rows.ts'
import { type PaperWords, paperWords } from './paper-words.ts'
import classes from './salvage-sheets.module.css'
import sheet from './sheet.module.css'
import { SheetFoot } from './sheet-foot.tsx'
import { SheetHead } from './sheet-head.tsx'

/** Rows of two lines that fit below the head of the first page and of the others, on A4. */
export const salvageRows = { first: 20, further: 24 } as const

/** What a stopped device did and nobody's books hold, on as many A4 pages as it takes, each row with a box to be ticked by hand. */
export function SalvageSheets({ model }: { readonly model: SalvageModel }) {
  const words = paperWords(model)
  const pages = paginateRows(model.rows, salvageRows)
  return (
    <main dir={words.direction} lang={words.language}>
      {pages.map((rows, place) => (
        <section className={sheet.sheet} key={rows[0] ? `${rows[0].recordedAt}/${place}` : 'empty'}>
          {place === 0 ? <Head model={model} words={words} /> : <RunningHead model={model} words={words} />}
          <Rows rows={rows} words={words} />
          {model.rows.length === 0 && <p className={sheet.none}>{words.labels.nothingSalvaged}</p>}
          <SheetFoot model={model} words={words} page={place + 1} pages={pages.length} />
        </section>
      ))}
    </main>
  )
}

interface PartProps {
  readonly model: SalvageModel
  readonly words: PaperWords
}

function Head({ model, words: { labels } }: PartProps) {
  return (
    <>
      <SheetHead model={model} title={labels.salvage} />
      <p className={classes.about}>{labels.salvageAbout(model.formerDevices.join(', '))}</p>
    </>
  )
}

const RunningHead = ({ model, words: { labels } }: PartProps) => (
  <header className={sheet.running}>
    <bdi>{model.institutionName}</bdi>
    <span>{labels.salvage}</span>
    <span>
      {labels.device} <bdi>{model.formerDevices.join(', ')}</bdi>
    </span>
  </header>
)

function Rows({ rows, words }: { readonly rows: readonly SalvageModelRow[]; readonly words: PaperWords }) {
  const { labels } = words
  return (
    <table className={classes.table}>
      <colgroup>
        <col className={classes.when} />
        <col />
        <col />
        <col className={classes.receipt} />
        <col className={classes.amount} />
        <col className={classes.tick} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{labels.recordedAt}</th>
          <th scope="col">{labels.description}</th>
          <th scope="col">{labels.client}</th>
          <th scope="col" className={classes.figure}>
            {labels.receipt}
          </th>
          <th scope="col" className={classes.figure}>
            {labels.amount}
          </th>
          <th scope="col">{labels.postedAgain}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <Row key={`${row.recordedAt}/${row.operation}/${row.receipt ?? ''}`} row={row} words={words} />
        ))}
      </tbody>
    </table>
  )
}

function Row({
  row,
  words: { labels, date, time, anyMoney, number, operation },
}: {
  readonly row: SalvageModelRow
  readonly words: PaperWords
}) {
  return (
    <tr>
      <td>
        {time(row.recordedAt)}
        <span className={classes.second}>{date(row.businessDate)}</span>
      </td>
      <td>
        {operation(row.operation)}
        {row.reversed && <span className={classes.remark}>{labels.reversed}</span>}
        <span className={classes.second}>
          <bdi>{row.officerName}</bdi>
        </span>
      </td>
      <td>
        <bdi>{row.clientName}</bdi>
        <span className={classes.second}>
          <bdi>{row.accountNumber}</bdi>
        </span>
      </td>
      <td className={classes.figure}>{row.receipt === undefined ? '' : number(row.receipt)}</td>
      <td className={classes.figure}>
        <bdi dir="ltr">{row.amount && anyMoney(row.amount)}</bdi>
      </td>
      <td>
        <span className={classes.box} />
      </td>
    </tr>
  )
}
