import type { BusinessDate } from '../calendar/business-date.ts'
import type { DayRate } from '../foreign-exchange/day-rate.ts'
import type { DateBasis } from '../journal/date-basis.ts'
import type { LeftOut } from '../journal/left-out.ts'
import type { CurrencyCode } from '../money/currency.ts'
import type { Days, StatementKind } from './statement-request.ts'

/** The columns that a sheet can have. `earlier` and `difference` stand beside `amount` when two spans of days are compared. */
export const figureNames = [
  'opening',
  'debits',
  'credits',
  'debit',
  'credit',
  'amount',
  'earlier',
  'difference',
] as const
export type FigureName = (typeof figureNames)[number]
export type Figures = Readonly<Partial<Record<FigureName, bigint>>>

/** The rows that a statement adds to those of the chart. */
export const rowLabels = [
  'assets',
  'liabilities',
  'equity',
  'income',
  'expenses',
  'not-in-chart',
  'earlier-result',
  'current-result',
  'translation-difference',
  'net-result',
  'liabilities-and-equity',
  'opening-cash',
  'operating',
  'investing',
  'financing',
  'changes',
  'net-cash',
  'closing-cash',
  'total',
] as const
export type RowLabel = (typeof rowLabels)[number]

/**
 * One row of a sheet, in the order of reading. A group shows the sum of what stands under it; an account shows its own lines; a result is
 * worked out from other accounts, a total from the rows above.
 */
export interface SheetRow {
  /** Unique on its sheet: an account's code (under its section's name where it may stand twice), or the label. */
  readonly id: string
  readonly kind: 'group' | 'account' | 'result' | 'total'
  /** 0 at the margin. */
  readonly depth: number
  /** The group that it stands under. */
  readonly parent?: string
  readonly account?: { readonly code: string; readonly name: string }
  readonly label?: RowLabel
  readonly figures: Figures
  /** The difference in percent of the earlier figure, to one decimal; absent where there was nothing before. */
  readonly changePercent?: string
}

/** What must agree on a sheet, whatever was booked: both are printed, and their difference is zero or the books are broken. */
export interface SheetCheck {
  readonly name: 'debits-credits' | 'assets-claims' | 'flows-cash'
  readonly firstMinor: bigint
  readonly secondMinor: bigint
}

/** One currency of a statement. */
export interface StatementSheet {
  readonly currency: CurrencyCode
  readonly columns: readonly FigureName[]
  readonly rows: readonly SheetRow[]
  readonly checks: readonly SheetCheck[]
}

export interface FinancialStatement {
  readonly kind: StatementKind
  readonly basis: DateBasis
  readonly days: Days
  readonly earlier?: Days
  /** Absent for all branches together. */
  readonly branch?: { readonly branchId: string; readonly code: string; readonly name: string }
  /** What is left out of it besides. */
  readonly without?: LeftOut
  /** From which day the current result counts. */
  readonly yearFrom: BusinessDate
  /** At which middle rates all currencies were translated into one sheet; absent where each stands apart. */
  readonly rates?: readonly DayRate[]
  /** Each currency apart, the institution's own first; two are never added. */
  readonly sheets: readonly StatementSheet[]
}
