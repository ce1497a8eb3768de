import type { ReactNode } from 'react'
import type { ReceiptModel } from '../../core/documents/document-model.ts'
import { Guilloche } from '../ui/guilloche.tsx'
import { paperWords } from './paper-words.ts'
import { QrCode } from './qr-code.tsx'
import classes from './receipt-sheet.module.css'

/** Letters beyond which an amount is set smaller, to stay on one line. */
const longFigure = 18

/** Letters beyond which the institution's name is set smaller. */
const longName = 44

/** Long names and amounts take more lines: then everything stands closer, so that it stays one page. */
const isDense = ({ clientName, officerName, amountInWords }: ReceiptModel): boolean =>
  clientName.length > 44 || officerName.length > 44 || amountInWords.length > 110

/** A receipt on A5, to be handed to a client. */
export function ReceiptSheet({ model }: { readonly model: ReceiptModel }) {
  const { labels, direction, language, date, time, money } = paperWords(model)
  const figure = money(model.amountMinor)
  return (
    <main className={classes.sheet} dir={direction} lang={language} data-dense={isDense(model)}>
      <Head model={model} />
      <Marks model={model} />
      <section className={classes.amount}>
        <Guilloche className={classes.rosette} />
        <div className={classes.moved}>{model.direction === 'in' ? labels.moneyIn : labels.moneyOut}</div>
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
        <Fact name={labels.account}>{model.accountNumber}</Fact>
        {model.toAccountNumber !== undefined && <Fact name={labels.toAccount}>{model.toAccountNumber}</Fact>}
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
        <Fact name={labels.officer}>
          <bdi>{model.officerName}</bdi>
        </Fact>
      </dl>
      <div className={classes.balance}>
        <span>{labels.newBalance}</span>
        <bdi dir="ltr">{money(model.balanceAfterMinor)}</bdi>
      </div>
      <Foot model={model} />
    </main>
  )
}

function Head({ model }: { readonly model: ReceiptModel }) {
  const { labels, operation, number } = paperWords(model)
  return (
    <header className={classes.head}>
      <div className={classes.house}>
        <div className={classes.institution} data-long={model.institutionName.length > longName}>
          <bdi>{model.institutionName}</bdi>
        </div>
        <div className={classes.branch}>
          <bdi>{model.branchName}</bdi> <bdi>({model.branchCode})</bdi>
        </div>
      </div>
      <div className={classes.title}>
        <h1>{operation(model.operation, model.reversedOperation)}</h1>
        <div className={classes.number}>
          {labels.receipt} <bdi>{`${labels.number} ${number(model.number)}`}</bdi>
        </div>
        <div className={classes.number}>
          {labels.device} <bdi>{model.deviceCode}</bdi>
        </div>
      </div>
    </header>
  )
}

/** What makes this paper another than the first print of a payment that stands. */
function Marks({ model }: { readonly model: ReceiptModel }) {
  const { labels, number } = paperWords(model)
  const { copy, reversesReceipt, reversedByReceipt } = model
  return (
    <div className={classes.marks}>
      {copy > 0 && <strong>{labels.copy(number(copy))}</strong>}
      {reversedByReceipt !== undefined && (
        <strong className={classes.void}>{labels.reversedBy(number(reversedByReceipt))}</strong>
      )}
      {reversesReceipt !== undefined && <strong>{labels.reverses(number(reversesReceipt))}</strong>}
    </div>
  )
}

interface FactProps {
  readonly name: string
  readonly isWide?: boolean
  readonly isStrong?: boolean
  readonly children: ReactNode
}

const Fact = ({ name, isWide = false, isStrong = false, children }: FactProps) => (
  <div className={isWide ? classes.wide : undefined}>
    <dt>{name}</dt>
    <dd className={isStrong ? classes.strong : undefined}>{children}</dd>
  </div>
)

function Foot({ model }: { readonly model: ReceiptModel }) {
  const { labels, time } = paperWords(model)
  return (
    <footer className={classes.foot}>
      <QrCode className={classes.code} text={model.code} />
      <div className={classes.proof}>
        <div className={classes.signatures}>
          <span>{labels.officerSignature}</span>
          <span>{labels.clientSignature}</span>
        </div>
        <p>{labels.proof}</p>
        <p>
          {labels.printedAt} {time(model.printedAt)}, <bdi>{model.printedBy}</bdi>
        </p>
      </div>
    </footer>
  )
}
