import type { SalvageModel, SalvageModelRow } from '../../core/documents/document-model.ts'
import { type PaperWords, paperWords } from './paper-words.ts'
import classes from './thermal.module.css'
import { ThermalFoot, ThermalHead, ThermalPair, ThermalSlip } from './thermal-parts.tsx'

interface ThermalSalvageProps {
  readonly model: SalvageModel
  /** 80 mm instead of 58 mm. */
  readonly isWide: boolean
}

/** The list of what the server did not take, for a pocket printer. */
export function ThermalSalvage({ model, isWide }: ThermalSalvageProps) {
  const words = paperWords(model)
  const { labels } = words
  return (
    <ThermalSlip words={words} isWide={isWide}>
      <ThermalHead model={model} />
      <div className={classes.title}>
        <span>{labels.salvage}</span>
      </div>
      <div>{labels.salvageAbout(model.formerDevices.join(', '))}</div>
      <div className={classes.block}>
        {model.rows.length === 0 && <div>{labels.nothingSalvaged}</div>}
        {model.rows.map(row => (
          <Operation key={`${row.recordedAt}/${row.operation}/${row.receipt ?? ''}`} row={row} words={words} />
        ))}
      </div>
      <ThermalFoot model={model} words={words} />
    </ThermalSlip>
  )
}

function Operation({ row, words }: { readonly row: SalvageModelRow; readonly words: PaperWords }) {
  const { labels, time, anyMoney, number, operation } = words
  const name = row.reversed ? `${operation(row.operation)} (${labels.reversed})` : operation(row.operation)
  const amount = row.amount ? anyMoney(row.amount) : ''
  return (
    <div className={classes.movement}>
      <ThermalPair name={name} value={amount} isFigure isStrong />
      <ThermalPair
        name={time(row.recordedAt)}
        value={row.receipt === undefined ? '' : `${labels.number} ${number(row.receipt)}`}
      />
      {(row.clientName ?? row.accountNumber) !== undefined && (
        <ThermalPair name={row.clientName ?? ''} value={row.accountNumber ?? ''} />
      )}
    </div>
  )
}
