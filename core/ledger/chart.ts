import type { LedgerAccount } from './ledger-account.ts'

/** An account as the chart has it now: what may change of it (name, place, whether it takes lines) has versions. */
export interface ChartAccount extends LedgerAccount {
  readonly isClosed: boolean
  readonly version: number
}

/** The chart by code, in the order of the codes. */
export type Chart = ReadonlyMap<string, ChartAccount>

/** How many levels a chart may have, the top one included. */
export const chartDepthMax = 6

/** The level that an account stands on; 1 at the top. */
export const depthOf = (chart: Chart, { parent }: Pick<LedgerAccount, 'parent'>): number => {
  const above = parent === undefined ? undefined : chart.get(parent)
  return above ? depthOf(chart, above) + 1 : 1
}

export const childrenOf = (chart: Chart, code: string | undefined): readonly ChartAccount[] =>
  [...chart.values()].filter(({ parent }) => parent === code)

/** How many levels hang below an account, itself included. */
export const heightOf = (chart: Chart, code: string): number =>
  1 + Math.max(0, ...childrenOf(chart, code).map(child => heightOf(chart, child.code)))

/** Whether `code` is `other` or stands somewhere below it. */
export function isWithin(chart: Chart, code: string, other: string): boolean {
  if (code === other) return true
  const parent = chart.get(code)?.parent
  return parent !== undefined && isWithin(chart, parent, other)
}

/** The chart as people read it: each header before what stands under it, by code. */
export const inTreeOrder = (chart: Chart, under?: string): readonly ChartAccount[] =>
  childrenOf(chart, under).flatMap(account => [account, ...inTreeOrder(chart, account.code)])
