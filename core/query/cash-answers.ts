import type { BusinessDate } from '../calendar/business-date.ts'
import type { CashLimit, LimitedPlace } from '../cash/cash-limit.ts'
import type { CurrencyCode } from '../money/currency.ts'
import type { DenominationCount } from '../money/denominations.ts'
import type { CashPlacePosition, TransferOnItsWay } from '../storage/cash-position.ts'

export interface DrawerAnswer {
  readonly drawerId: string
  readonly staffId: string
  readonly staffName: string
  readonly currency: CurrencyCode
  readonly businessDate: BusinessDate
  readonly status: 'open' | 'closed'
  readonly floatMinor: bigint
  readonly inMinor: bigint
  readonly outMinor: bigint
  readonly expectedMinor: bigint
  readonly counted?: DenominationCount
  readonly differenceMinor?: bigint
}

/** What the person at the desk may do about cash on its way. */
export type TransferWay = 'receive' | 'call-back'

/** The cash of a branch on a day, and what is on its way in it. */
export interface CashPositionAnswer {
  readonly businessDate: BusinessDate
  readonly places: readonly CashPlacePosition[]
  readonly transfers: readonly (TransferOnItsWay & { readonly ways: readonly TransferWay[] })[]
}

export interface BankAccountAnswer {
  readonly bankAccountId: string
  /** Of the chart. */
  readonly account: string
  readonly bankName: string
  readonly number: string
  readonly currency: CurrencyCode
}

/** How much cash of a currency may lie in a branch's vault, or in a drawer of a role there. */
export interface CashLimitAnswer extends CashLimit {
  readonly branchId: string
  readonly branchName: string
  readonly place: LimitedPlace
  readonly currency: CurrencyCode
}

/** What the queries of cash answer. */
export interface CashAnswers {
  drawer: DrawerAnswer | null
  drawers: readonly DrawerAnswer[]
  'cash-position': CashPositionAnswer | null
  'bank-accounts': readonly BankAccountAnswer[]
  'cash-limits': readonly CashLimitAnswer[]
}
