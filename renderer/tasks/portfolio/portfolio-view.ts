import { create } from 'zustand'
import { addDays, type BusinessDate } from '../../../core/calendar/business-date.ts'
import { addPeriods, firstDayOf, lastDayOf, periodOf } from '../../../core/calendar/period.ts'
import type { CurrencyCode } from '../../../core/money/currency.ts'
import type { PortfolioLoansWhich } from '../../../core/query/portfolio-request.ts'
import type { PortfolioWay } from '../../../core/storage/portfolio-of.ts'
import { goTo } from '../../routes.ts'

export const ways = ['product', 'officer', 'branch', 'group', 'cohort'] as const satisfies readonly PortfolioWay[]

/** Only these loans: what they have in common, and its name. */
export interface Narrowed {
  readonly key: string
  readonly name: string
}

/** What the person looks at: it stays while they follow a figure down to a loan and come back. */
export interface PortfolioView {
  /** As typed; nothing yet stands for today. */
  readonly asOfText: string | undefined
  readonly by: PortfolioWay
  readonly currency: CurrencyCode | undefined
  readonly only: Readonly<Partial<Record<PortfolioWay, Narrowed>>>
  readonly which: PortfolioLoansWhich
}

export const usePortfolioView = create<PortfolioView>(() => ({
  asOfText: undefined,
  by: 'product',
  currency: undefined,
  only: {},
  which: { kind: 'open' },
}))

export const changeView = (change: Partial<PortfolioView>): void => usePortfolioView.setState(change)

/** The board is of one row's loans from now on, told apart by the next thing that they may differ in. */
export function narrow(by: PortfolioWay, only: Narrowed): void {
  const before = usePortfolioView.getState().only
  const narrowed = { ...before, [by]: only }
  changeView({ only: narrowed, by: ways.find(way => narrowed[way] === undefined) ?? by })
}

export function widen(by: PortfolioWay): void {
  const { [by]: _, ...rest } = usePortfolioView.getState().only
  changeView({ only: rest, by })
}

/** The loans that a figure is made of. */
export function openLoans(which: PortfolioLoansWhich): void {
  changeView({ which })
  goTo({ task: 'portfolio-loans' })
}

const field = {
  product: 'productId',
  officer: 'officer',
  branch: 'branchId',
  group: 'groupId',
  cohort: 'cohort',
} as const

/** What the engine is asked for. */
export const askedOf = (only: PortfolioView['only']): Partial<Record<(typeof field)[PortfolioWay], string>> =>
  Object.fromEntries(ways.flatMap(way => (only[way] ? [[field[way], only[way].key]] : [])))

/** The ends of the eleven months before, and the day itself. */
export const trendDays = (asOf: BusinessDate): readonly BusinessDate[] => [
  ...Array.from({ length: 11 }, (_, place) => lastDayOf(addPeriods(periodOf(asOf), place - 11))),
  asOf,
]

export const monthUntil = (asOf: BusinessDate) => ({ from: firstDayOf(periodOf(asOf)), to: asOf })

/** The day and the six after it. */
export const weekFrom = (asOf: BusinessDate): readonly BusinessDate[] =>
  Array.from({ length: 7 }, (_, place) => addDays(asOf, place))
