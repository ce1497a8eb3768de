import type { BusinessDate } from '../calendar/business-date.ts'
import type { CurrencyCode } from '../money/currency.ts'
import type { JournalHead } from './document-model.ts'

/** What stands at one place of a table. */
export type TableCell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'amount'; readonly amountMinor: bigint }
  | { readonly kind: 'date'; readonly date: BusinessDate }
  /** Decimal text. */
  | { readonly kind: 'percent'; readonly percent: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'empty' }

export const empty: TableCell = { kind: 'empty' }
export const textCell = (text: string | undefined): TableCell =>
  text === undefined || text === '' ? empty : { kind: 'text', text }
export const amountCell = (amountMinor: bigint | undefined): TableCell =>
  amountMinor === undefined ? empty : { kind: 'amount', amountMinor }

export interface TableColumn {
  /** Its name in a file for other programs: the same in every language. */
  readonly key: string
  readonly header: string
  readonly kind: Exclude<TableCell['kind'], 'empty'>
  /** What a page begins with that goes on from the one before: the words that say so, the sum so far, or what stood last. */
  readonly carried?: 'words' | 'sum' | 'last'
}

export interface TableRow {
  /** What the row is, in a file for other programs. */
  readonly kind: string
  readonly depth: number
  readonly isStrong: boolean
  readonly cells: readonly TableCell[]
}

/** Two sums that must be equal. */
export interface TableCheck {
  readonly names: readonly [string, string]
  readonly firstMinor: bigint
  readonly secondMinor: bigint
}

/** One currency of a paper. */
export interface PaperTable {
  readonly currency: CurrencyCode
  readonly columns: readonly TableColumn[]
  readonly rows: readonly TableRow[]
  readonly checks: readonly TableCheck[]
  /** Of lines that add up: what a page after the first begins with, on paper. Files have no pages. */
  readonly broughtForward?: string
}

/** A paper of tables in its words: what the PDF, the CSV and the workbook are made from, so that none says anything else. */
export interface PaperTables {
  readonly title: string
  /** Branch, days, which date. */
  readonly facts: readonly string[]
  readonly tables: readonly PaperTable[]
  readonly heads: readonly JournalHead[]
}
