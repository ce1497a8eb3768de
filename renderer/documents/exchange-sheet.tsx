import type { ExchangeReceiptModel } from '../../core/documents/document-model.ts'
import { exchangeSides } from './exchange-sides.ts'
import { Fact, HandsFacts, ReceiptFoot, ReceiptHead, ReceiptMarks, receiptWords } from './receipt-parts.tsx'
import classes from './receipt-sheet.module.css'

/** Letters beyond which an amount is set smaller, to stay on one line. */
const longFigure = 18

/** The receipt of an exchange on A5, to be handed to a client. */
export function ExchangeSheet({ model }: { readonly model: ExchangeReceiptModel }) {
  const { labels, direction, language, date, time } = receiptWords(model)
  const { sides, rates } = exchangeSides(model)
  return (
    <main className={classes.sheet} dir={direction} lang={language} data-dense>
      <ReceiptHead model={model} />
      <ReceiptMarks model={model} />
      {sides.map(({ label, figure, inWords }) => (
        <section className={classes.amount} key={label}>
          <div className={classes.moved}>{label}</div>
          <div className={classes.figure} data-long={figure.length > longFigure}>
            <bdi dir="ltr">{figure}</bdi>
          </div>
          <p className={classes.words}>{inWords}</p>
        </section>
      ))}
      <dl className={classes.facts}>
        {rates.map(({ label, rate }) => (
          <Fact key={label} name={label}>
            <bdi dir="ltr">{rate}</bdi>
          </Fact>
        ))}
        <Fact name={labels.businessDate}>{date(model.businessDate)}</Fact>
        <Fact name={labels.recordedAt}>{time(model.recordedAt)}</Fact>
        <HandsFacts model={model} />
      </dl>
      <ReceiptFoot model={model} />
    </main>
  )
}
