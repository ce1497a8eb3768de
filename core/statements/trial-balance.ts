import type { Chart } from '../ledger/chart.ts'
import { addFigures, compared } from './figures.ts'
import type { Figures, RowLabel, SheetCheck, SheetRow } from './statement-sheet.ts'
import { type FiguresByAccount, sectionRows } from './tree-rows.ts'

/** An account's counters in a span of days: what it stood at before, what was debited and credited; raw, never netted. */
export interface Counted {
  readonly openingMinor: bigint
  readonly debitMinor: bigint
  readonly creditMinor: bigint
}

const closingOf = ({ openingMinor, debitMinor, creditMinor }: Counted): bigint =>
  openingMinor + debitMinor - creditMinor

function figuresOf(counted: Counted, earlierMinor: bigint | undefined): Figures {
  const closingMinor = closingOf(counted)
  const { amount: _, ...beside } = compared(closingMinor, earlierMinor)
  return {
    opening: counted.openingMinor,
    debits: counted.debitMinor,
    credits: counted.creditMinor,
    debit: closingMinor > 0n ? closingMinor : 0n,
    credit: closingMinor < 0n ? -closingMinor : 0n,
    ...beside,
  }
}

const nothing: Counted = { openingMinor: 0n, debitMinor: 0n, creditMinor: 0n }
const sections = [
  ['asset', 'assets'],
  ['liability', 'liabilities'],
  ['equity', 'equity'],
  ['income', 'income'],
  ['expense', 'expenses'],
  [undefined, 'not-in-chart'],
] as const satisfies readonly (readonly [unknown, RowLabel])[]

/**
 * Every account that was ever posted to, by type: what it stood at, what was debited and credited, and on which side it stands. Headers
 * add up the sides of their accounts and do not net them. Rules: T5, Q2.
 */
export function trialBalance(
  chart: Chart,
  counted: ReadonlyMap<string, Counted>,
  earlier: ReadonlyMap<string, bigint> | undefined,
): { readonly rows: readonly SheetRow[]; readonly checks: readonly SheetCheck[] } {
  const codes = [...new Set([...counted.keys(), ...(earlier?.keys() ?? [])])]
  const figures: FiguresByAccount = new Map(
    codes.map(code => [code, figuresOf(counted.get(code) ?? nothing, earlier && (earlier.get(code) ?? 0n))]),
  )
  const rows = sections.flatMap(([type, label]) => {
    const own = new Map([...figures].filter(([code]) => chart.get(code)?.type === type))
    return own.size > 0 ? sectionRows(chart, own, { label, depth: 0 }) : []
  })
  const total = addFigures(figures.values())
  return {
    rows: [...rows, { id: 'total', kind: 'total', depth: 0, label: 'total', figures: total }],
    checks: [
      { name: 'debits-credits', firstMinor: total.debits ?? 0n, secondMinor: total.credits ?? 0n },
      { name: 'debits-credits', firstMinor: total.debit ?? 0n, secondMinor: total.credit ?? 0n },
    ],
  }
}
