import type { BusinessDate } from '../../calendar/business-date.ts'
import type { IncomeBasis, LoanFigureName } from '../../loans/loan-figures.ts'
import type { CurrencyCode } from '../../money/currency.ts'
import type { Letterhead } from '../document-model.ts'

interface NamedAccount {
  readonly code: string
  readonly name: string
}

/** What is posted when a figure of a loan grows; the opposite when it shrinks. */
export interface PostingRule {
  readonly figure: LoanFigureName
  readonly debit: NamedAccount
  readonly credit: NamedAccount
  /** By how much it grows in the example; absent where the example has nothing of it. */
  readonly exampleMinor?: bigint
}

/** What is posted besides the figures of a loan: what is provided for its loss, and what cash is rounded by. */
export interface PostingBesides {
  readonly kind: 'provided' | 'rounded'
  readonly debit: NamedAccount
  readonly credit: NamedAccount
  readonly exampleMinor?: bigint
}

/** A line of the example: debits positive. */
export interface ExampleLine extends NamedAccount {
  readonly on: BusinessDate
  /** What its entry is called in the record; of the first line of an entry only. */
  readonly description?: string
  readonly amountMinor: bigint
}

/** How the loans of a product are booked: the rules, and what they come to for its usual loan. */
export interface PostingGuideModel extends Letterhead {
  readonly kind: 'posting-guide'
  readonly productName: string
  readonly productId: string
  readonly version: number
  readonly currency: CurrencyCode
  readonly asOf: BusinessDate
  readonly basis: IncomeBasis
  readonly nonAccrualAfterDays: number
  readonly lentMinor: bigint
  readonly rules: readonly PostingRule[]
  readonly besides: readonly PostingBesides[]
  readonly examples: readonly { readonly basis: IncomeBasis; readonly lines: readonly ExampleLine[] }[]
}
