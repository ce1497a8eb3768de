import type { ReversalReason } from '../../corrections/correction-commands.ts'
import type { FeeKind } from '../../savings/account-fees.ts'
import type { LoanPart, LoanReceipt } from '../document-model.ts'
import type { RecordNames } from '../record-names/record-names.ts'

/** The fixed words of a paper in one language. Numbers come to them as they are printed, in the digits of the paper's locale. */
export interface DocumentLabels {
  readonly receipt: string
  readonly statement: string
  readonly copy: (number: string) => string
  readonly reverses: (receipt: string) => string
  readonly reversedBy: (receipt: string) => string
  /** Why something is reversed. */
  readonly reason: string
  readonly reasons: Readonly<Record<ReversalReason, string>>
  /** Who signed besides the officer. */
  readonly secondPerson: string
  /** As in the window, but for what says more to a client in other words. */
  readonly operations: RecordNames
  /** What the reversal of an operation is called, by the type of the record that is reversed. */
  readonly reversals: Readonly<Record<string, string>>
  readonly number: string
  readonly businessDate: string
  readonly valueDate: string
  readonly recordedAt: string
  readonly printedAt: string
  readonly printedBy: string
  readonly officer: string
  readonly device: string
  readonly branch: string
  readonly client: string
  readonly clientNumber: string
  readonly account: string
  readonly product: string
  readonly currency: string
  readonly amount: string
  /** Above an amount that came into the client's account, and above one that left it. */
  readonly moneyIn: string
  readonly moneyOut: string
  readonly newBalance: string
  readonly toAccount: string
  /** Of a loan, in the place of the words for an account. */
  readonly loan: {
    readonly number: string
    readonly moneyIn: string
    readonly moneyOut: string
    /** Above what is left, by what it is of. */
    readonly left: Readonly<Record<LoanReceipt['left']['of'], string>>
    readonly parts: Readonly<Record<Exclude<LoanPart['kind'], 'closing' | 'rounding'>, string>>
    /** Of what paid another loan off. */
    readonly closing: (loan: string) => string
    readonly fromAccount: string
    /** Above the guarantor who paid. */
    readonly paidBy: string
    readonly late: string
    readonly next: (date: string) => string
  }
  readonly fees: Readonly<Record<FeeKind, string>>
  /** Of an exchange: the two sides of it, and its rates. */
  readonly handedIn: string
  readonly paidOut: string
  readonly boughtAt: string
  readonly soldAt: string
  readonly cashRounding: string
  readonly proof: string
  readonly officerSignature: string
  readonly clientSignature: string
  readonly period: (from: string, to: string) => string
  readonly opening: string
  readonly closing: string
  readonly date: string
  readonly description: string
  readonly deposits: string
  readonly withdrawals: string
  readonly balance: string
  readonly reversed: string
  readonly broughtForward: string
  readonly noMovements: string
  readonly page: (number: string, of: string) => string
  readonly checkStatement: string
  /** The list of what the server did not take. */
  readonly salvage: string
  readonly salvageAbout: (devices: string) => string
  /** The head of the column in which a person ticks what was posted again. */
  readonly postedAgain: string
  readonly nothingSalvaged: string
}
