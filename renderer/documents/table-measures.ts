import type { PaperTable, TableColumn } from '../../core/documents/table-cells.ts'

/** What a table may take of the width of A4: upright, across. */
const roomMm = { upright: 176, across: 263 } as const

/** Columns that take what their kind or their name says; names and other words share what is left. */
const ownMm: Readonly<Record<string, number>> = {
  account: 17,
  branch: 14,
  record: 24,
  mark: 33,
  note: 74,
  date: 24,
  due_on: 26,
  number: 14,
  percent: 18,
}
const amountMm = { most: 31, least: 20 } as const
const wordsLeastMm = 26
const nameLeastMm = 46

/** On both sides of a cell. */
const paddingMm = 2

/** Of a digit or a letter for each point of its size; figures may be strong. */
const figureMmPerPt = 0.235
const letterMmPerPt = 0.165

const usualPt = 8
const leastPt = 4.5

export interface TableMeasures {
  readonly widthsMm: readonly number[]
  /** The size of figures: the usual one, or as much smaller as the longest of them needs, so that none is ever cut. */
  readonly figurePt: number
}

const ownOf = ({ key, kind }: TableColumn): number | undefined => ownMm[key] ?? ownMm[kind]
const leastOf = ({ key }: TableColumn): number => (key === 'name' ? nameLeastMm : wordsLeastMm)
const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0)

/** How wide each column is, and how large the figures are, given how many letters the longest figure of all pages has. */
export function measureTable(
  { columns }: Pick<PaperTable, 'columns'>,
  isAcross: boolean,
  longestFigure: number,
): TableMeasures {
  const amounts = columns.filter(({ kind }) => kind === 'amount')
  const words = columns.filter(column => column.kind !== 'amount' && ownOf(column) === undefined)
  const freeMm = roomMm[isAcross ? 'across' : 'upright'] - sum(columns.flatMap(column => ownOf(column) ?? []))
  const usuallyMm = Math.max(amountMm.least, longestFigure * figureMmPerPt * usualPt + paddingMm)
  const roomOfOneMm = (freeMm - sum(words.map(leastOf))) / Math.max(1, amounts.length)
  const oneAmountMm = Math.min(amountMm.most, usuallyMm, roomOfOneMm)
  const restMm = freeMm - amounts.length * oneAmountMm
  const widerMm = (restMm - sum(words.map(leastOf))) / Math.max(1, words.length)
  const fittingPt = (oneAmountMm - paddingMm) / (Math.max(1, longestFigure) * figureMmPerPt)
  return {
    widthsMm: columns.map(
      column => ownOf(column) ?? (column.kind === 'amount' ? oneAmountMm : leastOf(column) + widerMm),
    ),
    figurePt: Math.max(leastPt, Math.min(usualPt, fittingPt)),
  }
}

/** Letters of the usual size that stand on one line of a column; more are set smaller, on two lines. */
export const lettersIn = (widthMm: number): number => Math.floor((widthMm - paddingMm) / (letterMmPerPt * usualPt))
