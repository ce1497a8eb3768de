import type { ReactNode } from 'react'
import type { ExchangeReceiptModel, Letterhead, ReceiptModel } from '../../core/documents/document-model.ts'
import type { PaperWords } from './paper-words.ts'
import classes from './thermal.module.css'

interface ThermalSlipProps {
  readonly words: PaperWords
  readonly isWide: boolean
  readonly children: ReactNode
}

/** The strip of paper itself, as wide as the printer has dots. */
export const ThermalSlip = ({ words, isWide, children }: ThermalSlipProps) => (
  <article className={classes.slip} data-wide={isWide} dir={words.direction} lang={words.language}>
    {children}
  </article>
)

export const ThermalHead = ({ model }: { readonly model: Letterhead }) => (
  <header className={classes.head}>
    <strong>
      <bdi>{model.institutionName}</bdi>
    </strong>
    <div>
      <bdi>{model.branchName}</bdi> <bdi>({model.branchCode})</bdi>
    </div>
  </header>
)

interface ThermalPairProps {
  readonly name: string
  readonly value: string
  readonly isStrong?: boolean
  /** Figures keep their order of digits and signs also where lines run from right to left. */
  readonly isFigure?: boolean
}

export const ThermalPair = ({ name, value, isStrong = false, isFigure = false }: ThermalPairProps) => (
  <div className={classes.pair} data-strong={isStrong}>
    <span>{name}</span>
    <span className={classes.value}>
      <bdi {...(isFigure ? { dir: 'ltr' } : {})}>{value}</bdi>
    </span>
  </div>
)

export const ThermalFoot = ({ model, words }: { readonly model: Letterhead; readonly words: PaperWords }) => (
  <footer className={classes.small}>
    {words.labels.printedAt} {words.time(model.printedAt)}, <bdi>{model.printedBy}</bdi>
  </footer>
)

interface ReceiptTitleProps {
  readonly model: ReceiptModel | ExchangeReceiptModel
  readonly words: PaperWords
}

/** What it is a receipt of, its number, what makes it another than the first print of what stands, and why it reverses. */
export function ThermalReceiptTitle({ model, words: { labels, number, operation } }: ReceiptTitleProps) {
  const { copy, reversesReceipt, reversedByReceipt, reason } = model
  return (
    <>
      {copy > 0 && <div className={classes.banner}>{labels.copy(number(copy))}</div>}
      {reversedByReceipt !== undefined && (
        <div className={classes.banner}>{labels.reversedBy(number(reversedByReceipt))}</div>
      )}
      <div className={classes.title}>
        <span>{operation(model.operation, model.reversedOperation)}</span>
        <bdi>{`${labels.number} ${number(model.number)}`}</bdi>
      </div>
      {reversesReceipt !== undefined && <div>{labels.reverses(number(reversesReceipt))}</div>}
      {reason !== undefined && <ThermalPair name={labels.reason} value={labels.reasons[reason]} />}
    </>
  )
}

/** Who took or gave the money, who signed besides, and at which device. */
export const ThermalHands = ({ model, words: { labels } }: ReceiptTitleProps) => (
  <>
    <ThermalPair name={labels.officer} value={model.officerName} />
    {model.secondPersonName !== undefined && <ThermalPair name={labels.secondPerson} value={model.secondPersonName} />}
    <ThermalPair name={labels.device} value={model.deviceCode} />
  </>
)
