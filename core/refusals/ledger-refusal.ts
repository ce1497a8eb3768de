import type { BusinessDate } from '../calendar/business-date.ts'
import type { LedgerAccountType } from '../ledger/ledger-account.ts'
import type { CurrencyCode } from '../money/currency.ts'

/** `line` is the place of the line that names the account, counted from 0. */
export type LedgerRefusal =
  | { readonly type: 'ledger-account-unknown'; readonly account: string; readonly line?: number }
  | { readonly type: 'ledger-account-closed'; readonly account: string; readonly line?: number }
  | { readonly type: 'ledger-account-is-header'; readonly account: string; readonly line?: number }
  | { readonly type: 'ledger-account-controlled'; readonly account: string; readonly line?: number }
  | { readonly type: 'entry-unbalanced'; readonly differenceMinor: bigint; readonly currency: CurrencyCode }
  | { readonly type: 'value-date-ahead'; readonly latestDate: BusinessDate }
  | { readonly type: 'branch-unknown' }
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
