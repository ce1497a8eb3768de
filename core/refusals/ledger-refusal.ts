import type { BusinessDate } from '../calendar/business-date.ts'
import type { Period } from '../calendar/period.ts'
import type { ChecklistItemName } from '../ledger/checklist-items.ts'
import type { LedgerAccountType } from '../ledger/ledger-account.ts'
import type { CurrencyCode } from '../money/currency.ts'

/** `line` is the place of the line that names the account, counted from 0. */
export type LedgerRefusal =
  | { readonly type: 'ledger-account-unknown'; readonly account: string; readonly line?: number }
  | { readonly type: 'ledger-account-closed'; readonly account: string; readonly line?: number }
  | { readonly type: 'ledger-account-is-header'; readonly account: string; readonly line?: number }
  | { readonly type: 'ledger-account-controlled'; readonly account: string; readonly line?: number }
  | { readonly type: 'entry-unbalanced'; readonly differenceMinor: bigint; readonly currency: CurrencyCode }
  /** As of that day, or a later one than was asked for. */
  | {
      readonly type: 'provided-already'
      readonly account: string
      readonly currency: CurrencyCode
      readonly date: BusinessDate
    }
  /** Since it was shown, the loans or the account have changed. */
  | {
      readonly type: 'provision-moved'
      readonly shownMinor: bigint
      readonly differenceMinor: bigint
      readonly currency: CurrencyCode
    }
  | { readonly type: 'provision-stands'; readonly account: string; readonly currency: CurrencyCode }
  | { readonly type: 'value-date-ahead'; readonly latestDate: BusinessDate }
  | { readonly type: 'branch-unknown' }
  /** `field`: whether it is the day of booking that lies in the closed period, or the day that something counts from. */
  | { readonly type: 'period-closed'; readonly period: Period; readonly field: 'businessDate' | 'valueDate' }
  | { readonly type: 'period-not-next'; readonly next: Period }
  | { readonly type: 'period-not-ready'; readonly period: Period; readonly item: ChecklistItemName }
  | { readonly type: 'period-not-last'; readonly last?: Period }
  | { readonly type: 'year-periods-open'; readonly next: Period }
  | { readonly type: 'year-closed'; readonly year: number }
  | { readonly type: 'year-not-closed'; readonly year: number }
  | { readonly type: 'branch-code-taken'; readonly code: string }
  | { readonly type: 'template-unknown' }
  | { readonly type: 'template-incomplete'; readonly line?: number }
  | { readonly type: 'shares-not-whole'; readonly side: 'debit' | 'credit'; readonly sumBp: number }
  | { readonly type: 'recurring-unknown' }
  | { readonly type: 'recurring-ended' }
  | { readonly type: 'recurring-not-due'; readonly nextDate: BusinessDate }
  | { readonly type: 'ledger-account-not-header'; readonly account: string }
  | { readonly type: 'ledger-account-type-differs'; readonly account: string; readonly expected: LedgerAccountType }
  | { readonly type: 'ledger-account-below-itself'; readonly account: string }
  | {
      readonly type: 'ledger-account-in-use'
      readonly account: string
      readonly use: 'program' | 'product' | 'balance' | 'open-accounts'
    }
  | { readonly type: 'ledger-code-taken'; readonly account: string }
  | { readonly type: 'chart-too-deep'; readonly depthMax: number }
