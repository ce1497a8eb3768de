import type { StatementModel, StatementModelRow } from '../../core/documents/document-model.ts'
import { type PaperWords, paperWords } from './paper-words.ts'
import classes from './thermal.module.css'
import { ThermalFoot, ThermalHead, ThermalPair, ThermalSlip } from './thermal-parts.tsx'

interface ThermalStatementProps {
  readonly model: StatementModel
  /** 80 mm instead of 58 mm. */
  readonly isWide: boolean
}

/** A statement for a pocket printer: what an officer can hand over where there is no other. */
export function ThermalStatement({ model, isWide }: ThermalStatementProps) {
  const words = paperWords(model)
  const { labels, date, money } = words
  return (
    <ThermalSlip words={words} isWide={isWide}>
      <ThermalHead model={model} />
      <div className={classes.title}>
        <span>{labels.statement}</span>
      </div>
      <div>{labels.period(date(model.from), date(model.to))}</div>
      <div className={classes.block}>
        <ThermalPair name={labels.client} value={model.clientName} isStrong />
        <ThermalPair name={labels.clientNumber} value={model.clientNumber} />
        <ThermalPair name={labels.account} value={model.accountNumber} />
        <ThermalPair name={labels.product} value={model.productName} />
      </div>
      <div className={classes.block}>
        <ThermalPair name={labels.opening} value={money(model.openingMinor)} isFigure />
        {model.rows.length === 0 && <div>{labels.noMovements}</div>}
        {model.rows.map(row => (
          <Movement key={`${row.receipt ?? ''}/${row.balanceMinor}/${row.bookingDate}`} row={row} words={words} />
        ))}
        <ThermalPair name={labels.closing} value={money(model.closingMinor)} isStrong isFigure />
      </div>
      <ThermalFoot model={model} words={words} />
    </ThermalSlip>
  )
}

function Movement({ row, words }: { readonly row: StatementModelRow; readonly words: PaperWords }) {
  const { labels, date, amount, statementLine } = words
  const movement = statementLine(row)
  const name = row.reversed ? `${movement} (${labels.reversed})` : movement
  return (
    <div className={classes.movement}>
      <ThermalPair name={date(row.bookingDate)} value={amount(row.amountMinor)} isFigure />
      <ThermalPair name={name} value={amount(row.balanceMinor)} isFigure />
    </div>
  )
}
