import type { ReceiptModel } from '../../core/documents/document-model.ts'
import { movedLabel } from '../../core/documents/labels/document-labels.ts'
import { loanReceiptFacts } from '../../core/documents/loan-receipt-facts.ts'
import { Guilloche } from '../ui/guilloche.tsx'
import { paperWords } from './paper-words.ts'
import { Fact, HandsFacts, ReceiptFoot, ReceiptHead, ReceiptMarks } from './receipt-parts.tsx'
import classes from './receipt-sheet.module.css'

/** Letters beyond which an amount is set smaller, to stay on one line. */
const longFigure = 18

/** Long names and amounts take more lines: then everything stands closer, so that it stays one page. */
const isDense = ({ clientName, officerName, secondPersonName = '', amountInWords }: ReceiptModel): boolean =>
  [clientName, officerName, secondPersonName].some(name => name.length > 44) || amountInWords.length > 110

/** Facts beyond those of every receipt that two columns have room for. */
const roomForFacts = 4

/** Whether it says so much that only three columns of facts stay on one page. */
function isMuchSaid({
  fees,
  settled = [],
  toAccountNumber,
  valueDate,
  businessDate,
  secondPersonName,
  loan,
}: ReceiptModel) {
  const alone = [toAccountNumber, secondPersonName, loan?.paidBy, loan?.throughAccount, loan?.lateMinor, loan?.next]
  const said = alone.filter(fact => fact !== undefined).length + (valueDate === businessDate ? 0 : 1)
  return said + fees.length + settled.length + (loan?.parts.length ?? 0) > roomForFacts
}

/** A receipt on A5, to be handed to a client. */
export function ReceiptSheet({ model }: { readonly model: ReceiptModel }) {
  const words = paperWords(model)
  const { labels, direction, language, date, time, money, statementLine } = words
  const figure = money(model.amountMinor)
  const isFull = isMuchSaid(model)
  const loan = model.loan && loanReceiptFacts(model.loan, model.direction, words)
  return (
    <main
      className={classes.sheet}
      dir={direction}
      lang={language}
      data-dense={isFull || isDense(model)}
      data-full={isFull}
    >
      <ReceiptHead model={model} />
      <ReceiptMarks model={model} />
      <section className={classes.amount}>
        <Guilloche className={classes.rosette} />
        <div className={classes.moved}>{movedLabel(model, labels)}</div>
        <div className={classes.figure} data-long={figure.length > longFigure}>
          <bdi dir="ltr">{figure}</bdi>
        </div>
        <p className={classes.words}>{model.amountInWords}</p>
      </section>
      <dl className={classes.facts}>
        <Fact name={labels.client} isWide isStrong>
          <bdi>{model.clientName}</bdi>
        </Fact>
        <Fact name={labels.clientNumber}>{model.clientNumber}</Fact>
        <Fact name={model.loan ? labels.loan.number : labels.account}>{model.accountNumber}</Fact>
        {model.toAccountNumber !== undefined && <Fact name={labels.toAccount}>{model.toAccountNumber}</Fact>}
        {model.settled?.map(({ description, amountMinor }) => (
          <Fact key={description} name={statementLine({ description, operation: model.operation })}>
            <bdi dir="ltr">{money(amountMinor)}</bdi>
          </Fact>
        ))}
        {loan?.who.map(({ name, value }) => (
          <Fact key={name} name={name}>
            <bdi>{value}</bdi>
          </Fact>
        ))}
        {[...(loan?.parts ?? []), ...(loan?.due ?? [])].map(({ name, amountMinor }) => (
          <Fact key={name} name={name}>
            <bdi dir="ltr">{money(amountMinor)}</bdi>
          </Fact>
        ))}
        {model.fees.map(({ kind, amountMinor }) => (
          <Fact key={kind} name={labels.fees[kind]}>
            <bdi dir="ltr">{money(amountMinor)}</bdi>
          </Fact>
        ))}
        <Fact name={labels.product}>
          <bdi>{model.productName}</bdi>
        </Fact>
        <Fact name={labels.businessDate}>{date(model.businessDate)}</Fact>
        <Fact name={labels.recordedAt}>{time(model.recordedAt)}</Fact>
        {model.valueDate !== model.businessDate && <Fact name={labels.valueDate}>{date(model.valueDate)}</Fact>}
        <HandsFacts model={model} />
      </dl>
      <div className={classes.balance}>
        <span>{loan?.left.name ?? labels.newBalance}</span>
        <bdi dir="ltr">{money(loan?.left.amountMinor ?? model.balanceAfterMinor)}</bdi>
      </div>
      <ReceiptFoot model={model} />
    </main>
  )
}
