import { create } from 'zustand'
import type { BusinessDate } from '../../../core/calendar/business-date.ts'
import type { DateBasis } from '../../../core/journal/date-basis.ts'
import type { LeftOut } from '../../../core/journal/left-out.ts'
import type { CurrencyCode } from '../../../core/money/currency.ts'
import { spanBefore, yearBefore } from '../../../core/statements/earlier-days.ts'
import {
  type Days,
  mayConsolidate,
  mayLeaveOut,
  type StatementKind,
  type StatementRequest,
} from '../../../core/statements/statement-request.ts'

export const comparisons = ['none', 'before', 'year-before'] as const
export type Comparison = (typeof comparisons)[number]

/** What the person looks at: it stays while they follow a figure down to its receipt and come back. */
export interface StatementView {
  readonly kind: StatementKind
  /** Empty for all branches. */
  readonly branchId: string
  readonly basis: DateBasis
  /** As typed; nothing yet stands for what is proposed. */
  readonly fromText: string | undefined
  readonly toText: string | undefined
  readonly comparison: Comparison
  readonly currency: CurrencyCode | undefined
  /** All currencies in the institution's own, where the statement can be. */
  readonly isConsolidated: boolean
  readonly hidesZeros: boolean
  readonly folded: ReadonlySet<string>
  /** What is left out, of the kinds that may. */
  readonly without: LeftOut | undefined
  /** What was looked at when a figure opened this. */
  readonly cameFrom: StatementView | undefined
}

export const useStatementView = create<StatementView>(() => ({
  kind: 'trial-balance',
  branchId: '',
  basis: 'booking',
  fromText: undefined,
  toText: undefined,
  comparison: 'none',
  currency: undefined,
  isConsolidated: false,
  hidesZeros: true,
  folded: new Set(),
  without: undefined,
  cameFrom: undefined,
}))

export const changeView = (change: Partial<StatementView>): void => useStatementView.setState(change)

/** Another statement is chosen: as it usually is, and with no way back to what opened the last one. */
export const chooseKind = (kind: StatementKind): void => changeView({ kind, without: undefined, cameFrom: undefined })

/** A figure opens another statement: the way back leads to this one as it was. */
export const lookAt = (change: Partial<StatementView>): void =>
  useStatementView.setState(view => ({ ...change, cameFrom: view }))

export const lookBack = (): void => useStatementView.setState(({ cameFrom }) => cameFrom ?? {})

export function foldOrUnfold(id: string): void {
  const { folded } = useStatementView.getState()
  changeView({ folded: folded.has(id) ? new Set([...folded].filter(one => one !== id)) : new Set([...folded, id]) })
}

/** A total shows the groups that it adds up and nothing under them; once more, all of it. */
export function foldToParts(groups: readonly string[]): void {
  const { folded } = useStatementView.getState()
  changeView({ folded: groups.every(id => folded.has(id)) ? new Set() : new Set(groups) })
}

interface TypedDays {
  readonly from: BusinessDate | undefined
  readonly to: BusinessDate
}

/** A balance sheet is of one day; the others of a span of days. */
export function daysOf(kind: StatementKind, { from, to }: TypedDays): Days {
  return kind === 'balance-sheet' || from === undefined ? { to } : { from, to }
}

const earlierOf: Readonly<Record<Comparison, (days: Days) => Days | undefined>> = {
  none: () => undefined,
  before: spanBefore,
  'year-before': yearBefore,
}

export function requestOf(
  { kind, branchId, basis, comparison, isConsolidated, without }: StatementView,
  typed: TypedDays,
): StatementRequest {
  const days = daysOf(kind, typed)
  const earlier = earlierOf[comparison](days)
  return {
    kind,
    basis,
    days,
    ...(branchId === '' ? {} : { branchId }),
    ...(earlier ? { earlier } : {}),
    ...(isConsolidated && mayConsolidate(kind) ? { isConsolidated } : {}),
    ...(without && mayLeaveOut[kind].includes(without) ? { without } : {}),
  }
}
