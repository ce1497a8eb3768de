import type { ExchangeReceiptModel } from '../../core/documents/document-model.ts'
import { exchangeSides } from './exchange-sides.ts'
import { QrCode } from './qr-code.tsx'
import { receiptWords } from './receipt-parts.tsx'
import classes from './thermal.module.css'
import {
  ThermalFoot,
  ThermalHands,
  ThermalHead,
  ThermalPair,
  ThermalReceiptTitle,
  ThermalSlip,
} from './thermal-parts.tsx'

interface ThermalExchangeProps {
  readonly model: ExchangeReceiptModel
  /** 80 mm instead of 58 mm. */
  readonly isWide: boolean
}

/** The receipt of an exchange for a thermal printer: both amounts in figures and words, and the rates. */
export function ThermalExchange({ model, isWide }: ThermalExchangeProps) {
  const words = receiptWords(model)
  const { labels, date, time } = words
  const { sides, rates } = exchangeSides(model)
  return (
    <ThermalSlip words={words} isWide={isWide}>
      <ThermalHead model={model} />
      <ThermalReceiptTitle model={model} words={words} />
      <div className={classes.block}>
        <ThermalPair name={labels.businessDate} value={date(model.businessDate)} />
        <ThermalPair name={labels.recordedAt} value={time(model.recordedAt)} />
        <ThermalHands model={model} words={words} />
      </div>
      {sides.map(({ label, figure, inWords }) => (
        <div className={classes.block} key={label}>
          <div>{label}</div>
          <div className={classes.figure} data-long={figure.length > 16}>
            <bdi dir="ltr">{figure}</bdi>
          </div>
          <div className={classes.words}>{inWords}</div>
        </div>
      ))}
      <div className={classes.block}>
        {rates.map(({ label, rate }) => (
          <ThermalPair key={label} name={label} value={rate} isFigure />
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
