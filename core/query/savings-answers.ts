import type { BusinessDate } from '../calendar/business-date.ts'
import type { LinePlace } from '../journal/line-place.ts'
import type { RecordRef } from '../journal/record.ts'
import type { CurrencyCode } from '../money/currency.ts'
import type { DepositProduct } from '../products/deposit-product.ts'
import type { AccountStatus } from '../savings/savings-account.ts'
import type { InstructionFrequency } from '../savings/savings-commands.ts'

export interface AccountSummary {
  readonly accountId: string
  readonly number: string
  readonly productName: string
  readonly currency: CurrencyCode
  readonly status: AccountStatus
  readonly balanceMinor: bigint
  readonly heldMinor: bigint
  readonly availableMinor: bigint
}

export interface HoldAnswer {
  readonly holdId: string
  readonly amountMinor: bigint
  readonly reason: string
  readonly note?: string
  readonly placedOn: BusinessDate
  /** The last day that it counts on. */
  readonly expiresOn?: BusinessDate
  readonly record: RecordRef
}

/** Of a recurring deposit: what it takes each time, how often it has, how often it should have, and when next. */
export interface InstallmentsAnswer {
  readonly installmentMinor: bigint
  readonly paid: number
  readonly due: number
  readonly nextDate: BusinessDate
}

/** An order to pay out of the account again and again. */
export interface InstructionAnswer {
  readonly instructionId: string
  readonly toAccountId: string
  readonly toAccountNumber: string
  readonly toName: string
  readonly amountMinor: bigint
  readonly frequency: InstructionFrequency
  readonly startsOn: BusinessDate
  readonly endsOn?: BusinessDate
  readonly times?: number
  readonly retryDays: number
  /** How many of its dates are done with, and the next one; absent when none is left or it was ended. */
  readonly done: number
  readonly nextDate?: BusinessDate
  readonly endedOn?: BusinessDate
}

export interface AccountAnswer extends AccountSummary {
  readonly clientId: string
  readonly clientName: string
  readonly clientNumber: string
  readonly product: DepositProduct
  readonly openedOn: BusinessDate
  readonly custodian: { readonly log: string; readonly deviceCode: string; readonly here: boolean }
  readonly holds: readonly HoldAnswer[]
  readonly withdrawnTodayMinor: bigint
  readonly withdrawnThisMonthMinor: bigint
  readonly operatedTodayMinor: bigint
  readonly operatedThisMonthMinor: bigint
  /** How far below zero it may go. */
  readonly overdraftLimitMinor: bigint
  /** Everybody whose account it is, the one who opened it first. */
  readonly holders: readonly { readonly clientId: string; readonly name: string; readonly number: string }[]
  readonly signing: 'any' | 'all'
  readonly maturesOn?: BusinessDate
  readonly installments?: InstallmentsAnswer
  readonly standingInstructions: readonly InstructionAnswer[]
}

/** A line of a statement, newest first; amounts on the client's side: a deposit is positive. */
export interface StatementRow {
  /** One record may have several lines on an account: the place tells them apart. */
  readonly place: LinePlace
  readonly record: RecordRef
  readonly type: string
  /** Of a reversal: the type of the record that it reversed. */
  readonly reversedType?: string
  /** What the line's entry says it is, as the journal keeps it. */
  readonly description: string
  readonly bookingDate: BusinessDate
  readonly valueDate: BusinessDate
  readonly recordedAt: string
  readonly amountMinor: bigint
  readonly balanceMinor: bigint
  readonly receipt?: number
  readonly reversedBy?: RecordRef
  readonly reverses?: RecordRef
}

export interface StatementAnswer {
  readonly rows: readonly StatementRow[]
  /** To be given as `before` for the next, older page; absent on the last one. */
  readonly next?: LinePlace
}

/** What was on an account at the end of a day, by the day of booking or the day from which it counts. */
export interface BalanceAnswer {
  readonly asOf: BusinessDate
  readonly balanceMinor: bigint
  readonly currency: CurrencyCode
}

/** What the queries of savings answer. */
export interface SavingsAnswers {
  account: AccountAnswer
  statement: StatementAnswer
  balance: BalanceAnswer
}
