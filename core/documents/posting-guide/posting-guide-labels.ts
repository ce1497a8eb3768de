import { type IncomeBasis, type LoanFigureName, loanFigureNames } from '../../loans/loan-figures.ts'
import type { PostingBesides } from './posting-guide-model.ts'

/** The fixed words of a posting guide in one language. */
export interface PostingGuideLabels {
  readonly title: string
  readonly version: string
  readonly basis: string
  readonly bases: Readonly<Record<IncomeBasis, string>>
  readonly nonAccrual: string
  readonly about: string
  readonly rules: string
  readonly example: string
  readonly exampleAbout: (lent: string) => string
  readonly when: string
  readonly debited: string
  readonly credited: string
  readonly on: string
  readonly entry: string
  readonly account: string
  readonly name: string
  readonly debit: string
  readonly credit: string
  readonly figures: Readonly<Record<LoanFigureName, string>>
  readonly besides: Readonly<Record<PostingBesides['kind'], string>>
  /** What entries are called. */
  readonly entries: Readonly<Record<string, string>>
}

/** The words of the figures, in their order. */
export const figures = (words: readonly string[]): Readonly<Record<LoanFigureName, string>> =>
  Object.fromEntries(loanFigureNames.map((name, place) => [name, words[place] ?? name])) as Readonly<
    Record<LoanFigureName, string>
  >

const entryNames = [
  'loan-disbursement',
  'loan-repayment',
  'loan-income',
  'loan-income-suspended',
  'loan-adjustment',
  'loan-recovery',
  'loan-charge',
  'loan-waiver',
  'loan-write-off',
  'loan-refund',
  'loan-income-resumed',
] as const

/** The words of the entries, in the order of their names. */
export const entries = (words: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(entryNames.map((name, place) => [name, words[place] ?? name]))
