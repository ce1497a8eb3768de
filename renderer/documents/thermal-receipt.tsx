import type { ReceiptModel } from '../../core/documents/document-model.ts'
import { movedLabel } from '../../core/documents/labels/document-labels.ts'
import { loanReceiptFacts } from '../../core/documents/loan-receipt-facts.ts'
import { paperWords } from './paper-words.ts'
import { QrCode } from './qr-code.tsx'
import classes from './thermal.module.css'
import {
  ThermalFoot,
  ThermalHands,
  ThermalHead,
  ThermalPair,
  ThermalReceiptTitle,
  ThermalSlip,
} from './thermal-parts.tsx'

interface ThermalReceiptProps {
  readonly model: ReceiptModel
  /** 80 mm instead of 58 mm. */
  readonly isWide: boolean
}

/** A receipt for a thermal printer, one dot to a pixel, black on white; the window shows the same before it is printed. */
export function ThermalReceipt({ model, isWide }: ThermalReceiptProps) {
  const words = paperWords(model)
  const { labels, date, time, money } = words
  const { businessDate, valueDate } = model
  const figure = money(model.amountMinor)
  const loan = model.loan && loanReceiptFacts(model.loan, model.direction, words)
  return (
    <ThermalSlip words={words} isWide={isWide}>
      <ThermalHead model={model} />
      <ThermalReceiptTitle model={model} words={words} />
      <div className={classes.block}>
        <ThermalPair name={labels.businessDate} value={date(businessDate)} />
        {valueDate !== businessDate && <ThermalPair name={labels.valueDate} value={date(valueDate)} />}
        <ThermalPair name={labels.recordedAt} value={time(model.recordedAt)} />
        <ThermalHands model={model} words={words} />
      </div>
      <div className={classes.block}>
        <ThermalPair name={labels.client} value={model.clientName} isStrong />
        <ThermalPair name={labels.clientNumber} value={model.clientNumber} />
        <ThermalPair name={model.loan ? labels.loan.number : labels.account} value={model.accountNumber} />
        <ThermalPair name={labels.product} value={model.productName} />
      </div>
      <div className={classes.block}>
        <div>{movedLabel(model, labels)}</div>
        <div className={classes.figure} data-long={figure.length > 16}>
          <bdi dir="ltr">{figure}</bdi>
        </div>
        <div className={classes.words}>{model.amountInWords}</div>
        {model.toAccountNumber !== undefined && <ThermalPair name={labels.toAccount} value={model.toAccountNumber} />}
        {model.settled?.map(({ description, amountMinor }) => (
          <ThermalPair
            key={description}
            name={words.statementLine({ description, operation: model.operation })}
            value={money(amountMinor)}
            isFigure
          />
        ))}
        {model.fees.map(({ kind, amountMinor }) => (
          <ThermalPair key={kind} name={labels.fees[kind]} value={money(amountMinor)} isFigure />
        ))}
        {loan?.who.map(({ name, value }) => (
          <ThermalPair key={name} name={name} value={value} />
        ))}
        {loan?.parts.map(({ name, amountMinor }) => (
          <ThermalPair key={name} name={name} value={money(amountMinor)} isFigure />
        ))}
        <ThermalPair
          name={loan?.left.name ?? labels.newBalance}
          value={money(loan?.left.amountMinor ?? model.balanceAfterMinor)}
          isStrong
          isFigure
        />
        {loan?.due.map(({ name, amountMinor }) => (
          <ThermalPair key={name} name={name} value={money(amountMinor)} isFigure />
        ))}
      </div>
      <div className={classes.block}>
        <QrCode className={classes.code} text={model.code} widthDotsMax={isWide ? 430 : 370} />
        <div className={classes.small}>{labels.proof}</div>
      </div>
      <ThermalFoot model={model} words={words} />
    </ThermalSlip>
  )
}
