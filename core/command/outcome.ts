import type { BusinessDate } from '../calendar/business-date.ts'
import type { Entry, RecordRef } from '../journal/record.ts'
import type { LoanInstallment } from '../loan-life/loan-life.ts'
import type { Portions } from '../loan-life/portions.ts'
import type { CurrencyCode } from '../money/currency.ts'
import type { LoanState } from '../refusals/loan-refusal.ts'
import type { SubAccountOwner } from '../storage/sub-account-owner.ts'

/** A sub-account's balance on its natural side (a client's savings are positive), before and after an operation. */
export interface BalanceEffect {
  readonly account: string
  readonly accountName: string
  readonly subAccount: string
  readonly currency: CurrencyCode
  readonly beforeMinor: bigint
  readonly afterMinor: bigint
  /** Whose it is; only in a preview, for names change and an outcome does not. */
  readonly owner?: SubAccountOwner
}

/** What a hold changes on an account: how much is set aside, and how much can still be paid out. */
export interface FundsEffect {
  readonly accountId: string
  readonly currency: CurrencyCode
  readonly heldBeforeMinor: bigint
  readonly heldAfterMinor: bigint
  readonly availableBeforeMinor: bigint
  readonly availableAfterMinor: bigint
}

/** What became of a journal command. The same key and request always give the same outcome; `replayed` says it was known. */
export interface Outcome {
  readonly key: string
  readonly record: RecordRef
  readonly hash: string
  readonly type: string
  readonly businessDate: BusinessDate
  readonly recordedAt: string
  readonly replayed: boolean
  readonly receipt?: number
  /** The ids and numbers that the operation made, such as `clientId`, `accountId`, `number`, `holdId`, `drawerId`. */
  readonly created: Readonly<Record<string, string>>
  readonly balances: readonly BalanceEffect[]
}

/** A ledger account's balance in one branch on its natural side, before and after an operation. */
export type LedgerEffect = Omit<BalanceEffect, 'subAccount' | 'owner'>

/** What a command would do if it were executed now: shown before a person confirms. */
export interface Effect {
  readonly type: string
  readonly entries: readonly Entry[]
  readonly balances: readonly BalanceEffect[]
  readonly funds: readonly FundsEffect[]
  /** Of what is booked to the ledger alone, with no account of a client and no drawer behind it. */
  readonly ledger?: readonly LedgerEffect[]
  /** Of what befalls a loan. */
  readonly loan?: LoanEffect
  /** The account of the ledger that a person chose for a client's money: by its name, without what lies on it. */
  readonly goesTo?: Pick<LedgerEffect, 'account' | 'accountName'>
  /** Where it leaves more cash than should lie there, or less; and less on an account than its client wants. */
  readonly notices?: readonly LimitNotice[]
}

/** A vault or a drawer beyond a limit, or an account below what its client wants to be told of. */
export interface LimitNotice {
  readonly beyond: 'above' | 'below'
  readonly limitMinor: bigint
  readonly currency: CurrencyCode
  readonly owner: SubAccountOwner
}

/** How a loan stands at one moment: what is owed, what settles it, what is due next, and its whole plan. */
export interface LoanStanding {
  readonly state: LoanState
  readonly outstanding: Portions
  readonly overpaidMinor: bigint
  readonly payoffMinor: bigint
  readonly next?: { readonly dueOn: BusinessDate; readonly amountMinor: bigint }
  readonly installments: readonly LoanInstallment[]
}

/** What an operation comes to on a loan, and how the loan stands before and after it; before it is paid out, as it is planned. */
export interface LoanEffect {
  readonly loanId: string
  readonly currency: CurrencyCode
  /** What moves, or what is charged, waived or given up. */
  readonly amountMinor: bigint
  /** Of what is paid out, what is kept back. */
  readonly keptBackMinor: bigint
  readonly portions: Portions
  readonly before: LoanStanding
  readonly after: LoanStanding
  /** What it changes of what was booked before: income that was earned, principal that is owed. */
  readonly adjusted?: Portions
  /** The other loan of the client that it pays off, and with how much. */
  readonly paysOff?: { readonly loanId: string; readonly number: string; readonly amountMinor: bigint }
}
