import type { BusinessDate } from '../calendar/business-date.ts'
import type { Weekday } from '../calendar/working-days.ts'
import type { Money } from '../money/amount.ts'
import type { CurrencyCode } from '../money/currency.ts'
import type { LoanSummary } from './loan-answers.ts'

export interface GroupSummary {
  readonly groupId: string
  readonly number: string
  readonly name: string
  readonly meetsOn?: Weekday
  readonly members: number
  readonly formedOn: BusinessDate
}

export interface GroupMember {
  readonly clientId: string
  readonly name: string
  readonly number: string
}

/** A loan of a group with what of it is due on the day that was asked for, and what is late. */
export interface GroupLoan extends LoanSummary {
  readonly dueMinor: bigint
  readonly arrearsMinor: bigint
  readonly daysPastDue: number
}

export interface GroupLoansAnswer extends Omit<GroupSummary, 'members'> {
  readonly members: readonly GroupMember[]
  /** As of this day. */
  readonly asOf: BusinessDate
  readonly loans: readonly GroupLoan[]
  /** Principal outstanding and approved principal that is not paid out, by currency; currencies are not added. */
  readonly owed: readonly Money[]
  readonly undrawn: readonly Money[]
}

/** One line of the sheet that a group is collected from: a loan with what is due, or an account for savings. */
export interface CollectionRow extends GroupMember {
  readonly kind: 'loan' | 'savings'
  /** Of the loan or the account, as the list of a collection takes it. */
  readonly accountNumber: string
  readonly currency: CurrencyCode
  /** Nothing for savings: everybody brings what they bring. */
  readonly dueMinor: bigint
}

/** What the queries of groups answer. */
export interface GroupAnswers {
  groups: readonly GroupSummary[]
  'group-loans': GroupLoansAnswer
  'group-collection': readonly CollectionRow[]
}
