import type { BusinessDate } from '../calendar/business-date.ts'
import type { RecordRef } from '../journal/record.ts'
import type { ControlKind, LedgerAccountType } from '../ledger/ledger-account.ts'
import type { JournalLine } from '../manual-journals/journal-commands.ts'
import type { JournalTemplate } from '../manual-journals/journal-template.ts'
import type { Frequency } from '../manual-journals/recurrence.ts'
import type { CurrencyCode } from '../money/currency.ts'

/** An account of the chart, each header before what stands under it. */
export interface ChartRow {
  readonly code: string
  readonly name: string
  readonly type: LedgerAccountType
  readonly parent?: string | undefined
  readonly posting: boolean
  readonly control?: ControlKind | undefined
  readonly isClosed: boolean
  readonly version: number
  /** 1 at the top. */
  readonly depth: number
}

export interface LedgerAccountVersion {
  readonly version: number
  readonly name: string
  readonly parent?: string
  readonly isClosed: boolean
  readonly actorName: string
  readonly recordedAt: string
  readonly record: RecordRef
}

/** What was ever debited and credited to an account in one branch and currency, and what is held to be, never netted. */
export interface LedgerCounters {
  readonly branchId: string
  readonly branchName: string
  readonly currency: CurrencyCode
  readonly debitMinor: bigint
  readonly creditMinor: bigint
  readonly pendingDebitMinor: bigint
  readonly pendingCreditMinor: bigint
}

export interface LedgerAccountAnswer extends ChartRow {
  /** Newest first. */
  readonly versions: readonly LedgerAccountVersion[]
  readonly balances: readonly LedgerCounters[]
}

/** What an account had at the end of a day; never netted. */
export interface LedgerBalanceAnswer {
  readonly asOf: BusinessDate
  readonly balances: readonly Omit<LedgerCounters, 'pendingDebitMinor' | 'pendingCreditMinor'>[]
}

/** The newest version of a template of journals. */
export interface JournalTemplateAnswer extends JournalTemplate {
  readonly templateId: string
  readonly version: number
  readonly name: string
}

export interface RecurringAnswer {
  readonly recurringId: string
  readonly templateId: string
  readonly name: string
  readonly branchName: string
  readonly frequency: Frequency
  readonly startsOn: BusinessDate
  readonly endsOn?: BusinessDate
  readonly times?: number
  /** How many of its due dates are posted. */
  readonly posted: number
  readonly isStopped: boolean
  /** The due date that is posted next; absent once it is stopped or at its end. */
  readonly nextDate?: BusinessDate
  readonly lines: readonly JournalLine[]
}

export interface RecurringDueAnswer {
  readonly recurringId: string
  readonly name: string
  readonly dueOn: BusinessDate
  /** The key of the command that posts this date, whoever sends it. */
  readonly key: string
  readonly lines: readonly JournalLine[]
}

export interface TrialBalanceRow {
  readonly account: string
  readonly name: string
  /** Absent for an account that is not in the chart. */
  readonly type?: LedgerAccountType
  readonly currency: CurrencyCode
  readonly debitMinor: bigint
  readonly creditMinor: bigint
  /** debitMinor - creditMinor, split into the two columns people expect; one of the two is zero. */
  readonly debitBalanceMinor: bigint
  readonly creditBalanceMinor: bigint
}

export interface TrialBalanceAnswer {
  readonly asOf: BusinessDate
  readonly rows: readonly TrialBalanceRow[]
  readonly totals: readonly {
    readonly currency: CurrencyCode
    readonly debitMinor: bigint
    readonly creditMinor: bigint
  }[]
}

/** What the queries of the general ledger answer. */
export interface LedgerAnswers {
  'trial-balance': TrialBalanceAnswer
  chart: readonly ChartRow[]
  'ledger-account': LedgerAccountAnswer
  'ledger-balance': LedgerBalanceAnswer
  'journal-templates': readonly JournalTemplateAnswer[]
  'recurring-journals': readonly RecurringAnswer[]
  'recurring-due': readonly RecurringDueAnswer[]
}
