import type { Chart } from '../ledger/chart.ts'
import { type LedgerAccountType, naturalMinor } from '../ledger/ledger-account.ts'
import { sumMinor } from '../money/amount.ts'
import { addFigures, compared, comparedByAccount, type RawByAccount } from './figures.ts'
import type { Figures, RowLabel, SheetCheck, SheetRow } from './statement-sheet.ts'
import { type FiguresByAccount, sectionRows } from './tree-rows.ts'

/** What stands on one day, in one currency. */
export interface Standing {
  /** Raw balances of every account. */
  readonly balances: RawByAccount
  /** What the current fiscal year has earned so far (income less expenses), without closings of earlier years. */
  readonly currentResultMinor: bigint
  /** Of currencies translated into one. */
  readonly translationMinor?: bigint
}

const ofTypes = (chart: Chart, balances: RawByAccount, ...types: readonly LedgerAccountType[]): RawByAccount =>
  new Map(
    [...balances].flatMap(([code, rawMinor]) => {
      const type = chart.get(code)?.type
      return type && types.includes(type) ? [[code, naturalMinor(type, rawMinor)]] : []
    }),
  )

const sum = (amounts: RawByAccount): bigint => sumMinor(amounts.values())

/** Income less expenses of all years that no closing has carried into the earnings that are kept. */
export const unclosedResult = (chart: Chart, balances: RawByAccount): bigint =>
  sum(ofTypes(chart, balances, 'income')) - sum(ofTypes(chart, balances, 'expense'))

/**
 * Assets, and who has a claim on them. What is earned and not yet closed stands as equity, the current year's apart, so that both sides
 * are equal whatever was booked; of translated currencies, what the positions are worth beyond the books stands there too. An account outside the chart is shown on the side of the assets. Rules: T1, T2, T18.
 */
export function balanceSheet(
  chart: Chart,
  now: Standing,
  earlier: Standing | undefined,
): { readonly rows: readonly SheetRow[]; readonly checks: readonly SheetCheck[] } {
  const part = (...types: readonly LedgerAccountType[]): FiguresByAccount =>
    comparedByAccount(ofTypes(chart, now.balances, ...types), earlier && ofTypes(chart, earlier.balances, ...types))
  const strangers = (balances: RawByAccount): RawByAccount =>
    new Map([...balances].filter(([code]) => !chart.has(code)))
  const unknown = comparedByAccount(strangers(now.balances), earlier && strangers(earlier.balances))
  const result = (of: (standing: Standing) => bigint): Figures => compared(of(now), earlier && of(earlier))
  const currentResult = result(({ currentResultMinor }) => currentResultMinor)
  const earlierResult = result(
    ({ balances, currentResultMinor }) => unclosedResult(chart, balances) - currentResultMinor,
  )
  const isTranslated = now.translationMinor !== undefined
  const translation = result(({ translationMinor }) => translationMinor ?? 0n)
  const ownEquity = part('equity')
  const equity = addFigures([...ownEquity.values(), currentResult, earlierResult, translation])
  const [equityHead, ...equityAccounts] = sectionRows(chart, ownEquity, { label: 'equity', depth: 0 })
  const assets = addFigures([...part('asset').values(), ...unknown.values()])
  const claims = addFigures([...part('liability').values(), equity])
  const inEquity = (label: RowLabel, figures: Figures): SheetRow => ({
    id: label,
    kind: 'result',
    depth: 1,
    parent: 'equity',
    label,
    figures,
  })
  const rows: readonly SheetRow[] = [
    ...sectionRows(chart, part('asset'), { label: 'assets', depth: 0 }),
    ...(unknown.size > 0 ? sectionRows(chart, unknown, { label: 'not-in-chart', depth: 0 }) : []),
    ...sectionRows(chart, part('liability'), { label: 'liabilities', depth: 0 }),
    ...(equityHead ? [{ ...equityHead, figures: equity }] : []),
    ...equityAccounts,
    inEquity('earlier-result', earlierResult),
    inEquity('current-result', currentResult),
    ...(isTranslated ? [inEquity('translation-difference', translation)] : []),
    { id: 'liabilities-and-equity', kind: 'total', depth: 0, label: 'liabilities-and-equity', figures: claims },
  ]
  return {
    rows,
    checks: [{ name: 'assets-claims', firstMinor: assets.amount ?? 0n, secondMinor: claims.amount ?? 0n }],
  }
}
