import type { BusinessDate } from '../calendar/business-date.ts'
import type { CloseStep } from '../close-of-business/close-of-business-commands.ts'
import type { MaturedDeposit, TriedInstruction } from '../close-of-business/close-records.ts'
import type { CurrencyCode } from '../money/currency.ts'
import type { Refusal } from '../refusal.ts'

/** How far the close of business has come here, and what became of the newest dates. */
export interface CloseOfBusinessAnswer {
  /** `due`: it goes on with the next sign-in of somebody who may close a day. `stopped`: a person has said so. `refused`: see `refusal`. */
  readonly state: 'nothing-due' | 'due' | 'running' | 'stopped' | 'refused'
  readonly refusal?: Refusal
  /** The newest date that is done. */
  readonly closedThrough?: BusinessDate
  /** The date it stands at, its step, the last date that is due, and how far it is in the loans and accounts of the date. */
  readonly due?: {
    readonly date: BusinessDate
    readonly step: CloseStep
    readonly through: BusinessDate
    readonly dates: number
    readonly done: number
    readonly accounts: number
  }
  /** The newest first. */
  readonly dates: readonly ClosedDateSummary[]
}

export interface ClosedDateSummary {
  readonly date: BusinessDate
  readonly isDone: boolean
  readonly accounts: number
  readonly failed: number
}

interface Named {
  readonly accountId: string
  readonly number: string
  readonly clientName: string
}

/** What the close of a date did to one account: booked, posted, taken, and what it has become. */
export interface ClosedAccountRow extends Named {
  readonly currency: CurrencyCode
  readonly accruedMinor: bigint
  readonly postedMinor: bigint
  readonly taxMinor: bigint
  readonly feesMinor: bigint
  readonly feesOwedMinor?: bigint
  readonly installmentsMissed?: number
  readonly status?: 'inactive' | 'dormant'
}

/** What the close of a date recognised of one loan, how late it was that night, and what it has become. */
export interface ClosedLoanRow {
  readonly loanId: string
  readonly number: string
  readonly clientName: string
  readonly currency: CurrencyCode
  readonly interestMinor: bigint
  readonly chargesMinor: bigint
  readonly daysPastDue?: number
  readonly became?: 'defaulted' | 'cured'
  /** Whether its income is booked only when it is paid, from now on. */
  readonly income?: 'suspended' | 'resumed'
}

export interface ClosedLoanTotal {
  readonly currency: CurrencyCode
  readonly incomeMinor: bigint
}

/** What the close of a date did to loans, a page at a time. */
export interface ClosedLoans {
  /** How many were looked at. */
  readonly loans: number
  readonly totals: readonly ClosedLoanTotal[]
  readonly rows: readonly ClosedLoanRow[]
  /** Counted from 0. */
  readonly page: number
  readonly pages: number
}

export interface ClosedDateTotal {
  readonly currency: CurrencyCode
  readonly accruedMinor: bigint
  readonly postedMinor: bigint
  readonly taxMinor: bigint
  readonly feesMinor: bigint
}

export interface TriedInstructionRow
  extends Named,
    Pick<TriedInstruction, 'instructionId' | 'amountMinor' | 'currency' | 'outcome'> {
  readonly toNumber: string
  /** What stood against it. */
  readonly refusal?: string
}

export interface MaturedDepositRow extends Named, Pick<MaturedDeposit, 'outcome' | 'because'> {
  readonly maturesOn?: BusinessDate
}

/** What the close of a date did, and to which accounts; those a page at a time. */
export interface ClosedDateAnswer {
  readonly date: BusinessDate
  readonly isDone: boolean
  readonly accounts: number
  readonly totals: readonly ClosedDateTotal[]
  /** Accounts, and loans by their own ids. */
  readonly failed: readonly (Named & { readonly because: string })[]
  readonly instructions: readonly TriedInstructionRow[]
  readonly maturities: readonly MaturedDepositRow[]
  readonly loans: ClosedLoans
  readonly rows: readonly ClosedAccountRow[]
  /** Counted from 0. */
  readonly page: number
  readonly pages: number
}

/** What the queries of the close of business answer. */
export interface CloseAnswers {
  'close-of-business': CloseOfBusinessAnswer
  'closed-date': ClosedDateAnswer
}
