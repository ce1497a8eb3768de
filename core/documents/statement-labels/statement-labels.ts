import type { LeftOut } from '../../journal/left-out.ts'
import type { StatementKind } from '../../statements/statement-request.ts'
import type { FigureName, RowLabel, SheetCheck } from '../../statements/statement-sheet.ts'

/** The fixed words of the financial statements and of the ledger's accounts in one language: on screen, on paper and in files. */
export interface StatementLabels {
  readonly kinds: Readonly<Record<StatementKind, string>>
  readonly rows: Readonly<Record<RowLabel, string>>
  readonly columns: Readonly<Record<FigureName, string>>
  /** The two sums that must agree. */
  readonly checks: Readonly<Record<SheetCheck['name'], readonly [string, string]>>
  readonly basis: Readonly<Record<'booking' | 'value', string>>
  readonly account: string
  readonly name: string
  readonly change: string
  /** Of all currencies in one: at which middle rates. */
  readonly consolidatedAt: (rates: string) => string
  readonly allBranches: string
  readonly asOf: (date: string) => string
  readonly upTo: (date: string) => string
  readonly comparedWith: (days: string) => string
  readonly ledger: string
  /** The lines of all accounts, in their order. */
  readonly journal: string
  /** Only what moved cash. */
  readonly throughCash: string
  /** What is left out, or all that is left. */
  readonly without: Readonly<Record<LeftOut, string>>
  readonly record: string
  /** Whose part of the account a line is. */
  readonly party: string
  readonly controlTotals: string
  readonly agrees: string
  readonly differs: string
  readonly journalHead: string
  readonly nothing: string
}
