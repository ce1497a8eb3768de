import type { BusinessDate } from '../calendar/business-date.ts'
import type { LedgerPlace } from '../journal/ledger-place.ts'
import type { RecordRef } from '../journal/record.ts'
import type { LedgerAccountType } from '../ledger/ledger-account.ts'
import type { CurrencyCode } from '../money/currency.ts'
import type { SubAccountOwner } from '../storage/sub-account-owner.ts'

/** A line of a ledger account, or of the journal. */
export interface LedgerLineRow {
  readonly place: LedgerPlace
  readonly record: RecordRef
  readonly deviceCode: string
  readonly account: { readonly code: string; readonly name: string }
  readonly type: string
  /** Of a reversal: what it reversed. */
  readonly reversedType?: string
  readonly bookingDate: BusinessDate
  readonly valueDate: BusinessDate
  readonly branchCode: string
  readonly receipt?: number
  /** Whose part of the account it is: a client's account, a drawer, a vault. */
  readonly owner?: SubAccountOwner
  readonly debitMinor: bigint
  readonly creditMinor: bigint
  /** After this line, positive on the account's natural side; absent in the journal, and where some lines are left out. */
  readonly balanceMinor?: bigint
}

/** What an account stood at, what was debited and credited, and what it stands at; balances positive on its natural side. */
export interface LedgerSums {
  readonly openingMinor: bigint
  readonly debitMinor: bigint
  readonly creditMinor: bigint
  readonly closingMinor: bigint
}

/** A page of a ledger account's lines, or of the journal, newest first, under the figures of all the days that were asked for. */
export interface LedgerPage {
  /** Absent for the journal. */
  readonly account?: { readonly code: string; readonly name: string }
  /** Absent for an account that is not in the chart: its balances are debits less credits. */
  readonly type?: LedgerAccountType
  readonly currency: CurrencyCode
  /** In which there are lines. */
  readonly currencies: readonly CurrencyCode[]
  readonly sums?: LedgerSums
  /** What was debited and credited: in all accounts together, in the journal; in the account, where closings of years are left out. */
  readonly turnover?: Pick<LedgerSums, 'debitMinor' | 'creditMinor'>
  /** What came in or went out in cash against the account, where only what moved cash is asked for. */
  readonly flowMinor?: bigint
  readonly rows: readonly LedgerLineRow[]
  /** To be given as `before` for the next, older page; absent on the last one. */
  readonly next?: LedgerPlace
}
