import type { ReactNode } from 'react'
import type { ExchangeReceiptModel, ReceiptModel } from '../../core/documents/document-model.ts'
import { type PaperWords, paperWords } from './paper-words.ts'
import { QrCode } from './qr-code.tsx'
import classes from './receipt-sheet.module.css'

type ReceiptKind = ReceiptModel | ExchangeReceiptModel

/** Letters beyond which the institution's name is set smaller. */
const longName = 44

/** A receipt's words; the amounts of an exchange have two currencies, which name themselves. */
export const receiptWords = (model: ReceiptKind): PaperWords =>
  paperWords({ locale: model.locale, currency: model.kind === 'receipt' ? model.currency : model.handedIn.currency })

/** Who gives it, what it is of, and its number. */
export function ReceiptHead({ model }: { readonly model: ReceiptKind }) {
  const { labels, operation, number } = receiptWords(model)
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
export function ReceiptMarks({ model }: { readonly model: ReceiptKind }) {
  const { labels, number } = receiptWords(model)
  const { copy, reversesReceipt, reversedByReceipt, reason } = model
  return (
    <div className={classes.marks}>
      {copy > 0 && <strong>{labels.copy(number(copy))}</strong>}
      {reversedByReceipt !== undefined && (
        <strong className={classes.void}>{labels.reversedBy(number(reversedByReceipt))}</strong>
      )}
      {reversesReceipt !== undefined && <strong>{labels.reverses(number(reversesReceipt))}</strong>}
      {reason !== undefined && (
        <span>
          {labels.reason}: {labels.reasons[reason]}
        </span>
      )}
    </div>
  )
}

interface FactProps {
  readonly name: string
  readonly isWide?: boolean
  readonly isStrong?: boolean
  readonly children: ReactNode
}

export const Fact = ({ name, isWide = false, isStrong = false, children }: FactProps) => (
  <div className={isWide ? classes.wide : undefined}>
    <dt>{name}</dt>
    <dd className={isStrong ? classes.strong : undefined}>{children}</dd>
  </div>
)

/** Who took or gave the money, and who signed besides. */
export function HandsFacts({ model }: { readonly model: ReceiptKind }) {
  const { labels } = receiptWords(model)
  return (
    <>
      <Fact name={labels.officer}>
        <bdi>{model.officerName}</bdi>
      </Fact>
      {model.secondPersonName !== undefined && (
        <Fact name={labels.secondPerson}>
          <bdi>{model.secondPersonName}</bdi>
        </Fact>
      )}
    </>
  )
}

/** What proves it, and room for two signatures. */
export function ReceiptFoot({ model }: { readonly model: ReceiptKind }) {
  const { labels, time } = receiptWords(model)
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
