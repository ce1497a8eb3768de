import type { Chart } from '../ledger/chart.ts'
import { isWithin } from '../ledger/chart.ts'
import { postingAccounts } from '../ledger/posting-accounts.ts'
import { addFigures, compared, comparedByAccount, type RawByAccount } from './figures.ts'
import type { Figures, RowLabel, SheetCheck, SheetRow } from './statement-sheet.ts'
import { type FiguresByAccount, sectionRows } from './tree-rows.ts'

/** What cash did in a span of days, in one currency. */
export interface CashMoved {
  readonly openingMinor: bigint
  readonly closingMinor: bigint
  /** What came in (positive) or went out against each account that is not cash. */
  readonly flows: RawByAccount
}

/** The posting accounts that hold cash: all that stand beside the vaults, under the same header of the chart. */
export function cashAccounts(chart: Chart): readonly string[] {
  const header = chart.get(postingAccounts.vault)?.parent
  return [...chart.values()]
    .filter(
      ({ code, posting }) =>
        posting && (header === undefined ? code === postingAccounts.vault : isWithin(chart, code, header)),
    )
    .map(({ code }) => code)
}

const activities = ['operating', 'investing', 'financing'] as const

/**
 * What is bought to be used for years; what the institution lives on. All else is the business itself. An account that is added to the chart
 * goes with those whose numbers begin as its own does: 1321 with 1320. Source: IAS 7.13-17, 7.24.
 */
const numbersOf = { investing: ['132', '133'], financing: ['223', '224'] } as const

function activityOf(chart: Chart, code: string): (typeof activities)[number] {
  const type = chart.get(code)?.type
  const isOf = (numbers: readonly string[]): boolean => numbers.some(number => code.startsWith(number))
  if (type === 'asset' && isOf(numbersOf.investing)) return 'investing'
  return type === 'equity' || (type === 'liability' && isOf(numbersOf.financing)) ? 'financing' : 'operating'
}

const total = (label: RowLabel, figures: Figures): SheetRow => ({ id: label, kind: 'total', depth: 0, label, figures })

interface Ends {
  readonly opening: Figures
  readonly net: Figures
  readonly closing: Figures
}

const endsOf = (now: CashMoved, earlier: CashMoved | undefined, flows: FiguresByAccount): Ends => ({
  opening: compared(now.openingMinor, earlier?.openingMinor),
  net: addFigures([compared(0n, earlier && 0n), ...flows.values()]),
  closing: compared(now.closingMinor, earlier?.closingMinor),
})

const cashCheck = ({ opening, net, closing }: Ends): SheetCheck => ({
  name: 'flows-cash',
  firstMinor: (opening.amount ?? 0n) + (net.amount ?? 0n),
  secondMinor: closing.amount ?? 0n,
})

/**
 * Where cash came from and where it went, by the account on the other side of each entry (the direct method); what only moved from one
 * place of cash to another is none. Opening cash and all flows are the closing cash. Rule: T6.
 */
export function cashFlow(
  chart: Chart,
  now: CashMoved,
  earlier: CashMoved | undefined,
): { readonly rows: readonly SheetRow[]; readonly checks: readonly SheetCheck[] } {
  const flows = comparedByAccount(now.flows, earlier?.flows)
  const ends = endsOf(now, earlier, flows)
  const parts = activities.flatMap(activity => {
    const own = new Map([...flows].filter(([code]) => activityOf(chart, code) === activity))
    return own.size > 0 ? sectionRows(chart, own, { label: activity, depth: 0 }) : []
  })
  return {
    rows: [
      total('opening-cash', ends.opening),
      ...parts,
      total('net-cash', ends.net),
      total('closing-cash', ends.closing),
    ],
    checks: [cashCheck(ends)],
  }
}

/**
 * The same change of cash from the other side (the indirect method): what was earned, and what every account that is neither cash nor
 * income nor expenses gave or took. `movements` are debits minus credits without closings of years. Rule: T6.
 */
export function cashReconciliation(
  chart: Chart,
  now: Omit<CashMoved, 'flows'> & { readonly movements: RawByAccount },
  earlier: (Omit<CashMoved, 'flows'> & { readonly movements: RawByAccount }) | undefined,
): { readonly rows: readonly SheetRow[]; readonly checks: readonly SheetCheck[] } {
  const cash = new Set(cashAccounts(chart))
  const isEarned = (code: string): boolean => ['income', 'expense'].includes(chart.get(code)?.type ?? '')
  const given = (movements: RawByAccount, isMeant: (code: string) => boolean): RawByAccount =>
    new Map([...movements].filter(([code]) => !cash.has(code) && isMeant(code)).map(([code, raw]) => [code, -raw]))
  const part = (isMeant: (code: string) => boolean): FiguresByAccount =>
    comparedByAccount(given(now.movements, isMeant), earlier && given(earlier.movements, isMeant))
  const earned = part(isEarned)
  const changes = part(code => !isEarned(code))
  const flows = new Map([...earned, ...changes])
  const noFlows = { flows: new Map<string, bigint>() }
  const ends = endsOf({ ...now, ...noFlows }, earlier && { ...earlier, ...noFlows }, flows)
  const result = addFigures([compared(0n, earlier && 0n), ...earned.values()])
  return {
    rows: [
      total('opening-cash', ends.opening),
      { id: 'net-result', kind: 'result', depth: 0, label: 'net-result', figures: result },
      ...(changes.size > 0 ? sectionRows(chart, changes, { label: 'changes', depth: 0 }) : []),
      total('net-cash', ends.net),
      total('closing-cash', ends.closing),
    ],
    checks: [cashCheck(ends)],
  }
}
