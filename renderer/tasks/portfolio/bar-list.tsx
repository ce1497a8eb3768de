import type { ReactNode } from 'react'
import type { Tone } from '../../ui/tone.ts'
import classes from './portfolio.module.css'

export interface Bar {
  readonly key: string
  readonly label: string
  readonly value: bigint
  /** What the bar is, in figures: read out, and beside it. */
  readonly figure: ReactNode
  readonly detail?: string | undefined
  readonly tone?: Tone
  /** Absent where there is nothing to open. */
  readonly onOpen?: (() => void) | undefined
}

/** So many thousandths of the longest bar, whole ones: a length on the screen, never a figure. */
const lengthOf = (value: bigint, longest: bigint): number =>
  longest > 0n && value > 0n ? Math.max(Number((value * 1000n) / longest), 4) : 0

/** Bars under one another, each with its label and figure; one that can be opened is a button. */
export function BarList({ label, bars }: { readonly label: string; readonly bars: readonly Bar[] }) {
  const longest = bars.reduce((most, { value }) => (value > most ? value : most), 0n)
  return (
    <ul className={classes.bars} aria-label={label}>
      {bars.map(bar => (
        <li key={bar.key}>
          <BarRow bar={bar} length={lengthOf(bar.value, longest)} />
        </li>
      ))}
    </ul>
  )
}

function BarRow({
  bar: { label, figure, detail, tone = 'neutral', onOpen },
  length,
}: {
  readonly bar: Bar
  readonly length: number
}) {
  const content = (
    <>
      <span className={classes.barLabel}>{label}</span>
      <span className={classes.barTrack} aria-hidden>
        <svg viewBox="0 0 1000 10" preserveAspectRatio="none" focusable="false" aria-hidden="true">
          <rect className={classes.barFill} data-tone={tone} x="0" y="0" height="10" width={length} />
        </svg>
      </span>
      <span className={classes.barFigure}>{figure}</span>
      <span className={classes.barDetail}>{detail}</span>
    </>
  )
  return onOpen ? (
    <button type="button" className={classes.bar} onClick={onOpen}>
      {content}
    </button>
  ) : (
    <div className={classes.bar}>{content}</div>
  )
}
