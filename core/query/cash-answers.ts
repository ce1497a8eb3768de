import type { BusinessDate } from '../calendar/business-date.ts'
import type { CurrencyCode } from '../money/currency.ts'
import type { DenominationCount } from '../money/denominations.ts'

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

/** What the queries of cash answer. */
export interface CashAnswers {
  drawer: DrawerAnswer | null
  drawers: readonly DrawerAnswer[]
}
