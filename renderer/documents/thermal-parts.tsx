import type { ReactNode } from 'react'
import type { Letterhead } from '../../core/documents/document-model.ts'
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
