import type { SampleDrawn } from '../audit/audit-records.ts'
import type { BusinessDate } from '../calendar/business-date.ts'
import type { ReversalReason } from '../corrections/correction-commands.ts'
import type { Money } from '../money/amount.ts'
import type { CurrencyCode } from '../money/currency.ts'
import type { Rate } from '../money/rate.ts'
import type { AccountFee } from '../savings/account-fees.ts'
import type { LedgerPage } from '../statements/ledger-page.ts'
import type { LedgerRequest } from '../statements/ledger-request.ts'
import type { FinancialStatement } from '../statements/statement-sheet.ts'
import type { CashPlacePosition, TransferOnItsWay } from '../storage/cash-position.ts'
import type { PaperItem } from '../storage/working-paper-items.ts'
import type { LoanPaperModel } from './loan-papers/loan-paper-model.ts'
import type { PostingGuideModel } from './posting-guide/posting-guide-model.ts'

/** What every printed paper says about who printed it. Names are as people write them; times are ISO with offset Z. */
export interface Letterhead {
  readonly institutionName: string
  readonly branchName: string
  readonly branchCode: string
  readonly deviceCode: string
  readonly printedBy: string
  readonly printedAt: string
  readonly locale: string
}

export interface SettledLine {
  /** What the entry is called in the record. */
  readonly description: string
  readonly amountMinor: bigint
}

/**
 * What money of a loan was for; `upfront` was kept back of what was paid out, `closing` paid another loan off, and `rounding` changed hands
 * for want of small coins: more than the rest comes to, or less (negative).
 */
export interface LoanPart {
  readonly kind:
    | 'penalties'
    | 'fees'
    | 'interest'
    | 'principal'
    | 'overpaid'
    | 'recovered'
    | 'upfront'
    | 'closing'
    | 'rounding'
  readonly amountMinor: bigint
}

/** What is due on a day. */
export interface LoanDue {
  readonly dueOn: BusinessDate
  readonly amountMinor: bigint
}

/** Of an operation on a loan: what it was for, what is left, and what is due next. */
export interface LoanReceipt {
  readonly parts: readonly LoanPart[]
  /** The account that the money came from or went to; absent for cash. */
  readonly throughAccount?: string
  /** The guarantor who paid it for the borrower. */
  readonly paidBy?: string
  /** The loan that was paid off with it. */
  readonly closedLoan?: string
  /** What is left of the principal, or of what was written off; of a loan that is settled, nothing. */
  readonly left: { readonly of: 'principal' | 'written-off' | 'settled'; readonly amountMinor: bigint }
  /** All that was due before the day. */
  readonly lateMinor?: bigint
  readonly next?: LoanDue
}

/** The data of a receipt; ESC/POS, PDF and the screen are rendered from this and nothing else. */
export interface ReceiptModel extends Letterhead {
  readonly kind: 'receipt'
  /** Gapless per device. */
  readonly number: number
  /** 0 for the original, n for the nth reprint: printed as `COPY n`. */
  readonly copy: number
  /** The type of the journal record; each language has its word for it. */
  readonly operation: string
  /** Of a reversal: the type of the record that it reverses. */
  readonly reversedOperation?: string
  /** Whether money came into the client's account by it or left it. */
  readonly direction: 'in' | 'out'
  readonly recordedAt: string
  readonly businessDate: BusinessDate
  readonly valueDate: BusinessDate
  readonly officerName: string
  readonly clientName: string
  readonly clientNumber: string
  readonly accountNumber: string
  readonly productName: string
  readonly currency: CurrencyCode
  readonly amountMinor: bigint
  readonly amountInWords: string
  /** What the operation cost the client, or what came back of it with a reversal. */
  readonly fees: readonly AccountFee[]
  /** Of a closing: what else was booked before the rest was paid out, such as interest and its tax; positive came in. */
  readonly settled?: readonly SettledLine[]
  /** Of a transfer: the account that the money went to. */
  readonly toAccountNumber?: string
  readonly balanceAfterMinor: bigint
  /** Of an operation on a loan. */
  readonly loan?: LoanReceipt
  readonly reversesReceipt?: number
  readonly reversedByReceipt?: number
  /** Why it reverses; of a reversal only. */
  readonly reason?: ReversalReason
  /** Who signed besides the officer, or decided what the officer had asked for. */
  readonly secondPersonName?: string
  /** The signed compact statement behind the QR code. */
  readonly code: string
}

/** At what a foreign currency of an exchange was bought from the client, or sold to them. */
export interface ReceiptRate {
  readonly way: 'bought' | 'sold'
  readonly currency: CurrencyCode
  readonly quote: CurrencyCode
  readonly rate: Rate
}

/** The data of the receipt of an exchange at the counter: cash for cash, of nobody's account. */
export interface ExchangeReceiptModel
  extends Letterhead,
    Pick<
      ReceiptModel,
      | 'number'
      | 'copy'
      | 'operation'
      | 'reversedOperation'
      | 'recordedAt'
      | 'businessDate'
      | 'officerName'
      | 'reversesReceipt'
      | 'reversedByReceipt'
      | 'reason'
      | 'secondPersonName'
      | 'code'
    > {
  readonly kind: 'exchange-receipt'
  readonly handedIn: ReceiptCash
  readonly paidOut: ReceiptCash
  readonly rates: readonly ReceiptRate[]
  /** What the client got beyond the exact amount, or less (negative), for want of small coins. */
  readonly rounding?: Money
}

export interface ReceiptCash extends Money {
  readonly inWords: string
}

export interface StatementModelRow {
  readonly bookingDate: BusinessDate
  readonly valueDate: BusinessDate
  readonly operation: string
  /** What the entry is called in the record, such as a fee of the operation. */
  readonly description: string
  readonly receipt?: number
  readonly amountMinor: bigint
  readonly balanceMinor: bigint
  readonly reversed: boolean
  readonly reversesReceipt?: number
}

/** The data of an account statement, rows oldest first; amounts on the client's side: a deposit is positive. */
export interface StatementModel extends Letterhead {
  readonly kind: 'statement'
  readonly clientName: string
  readonly clientNumber: string
  readonly clientAddress?: string
  readonly accountNumber: string
  readonly productName: string
  readonly currency: CurrencyCode
  readonly from: BusinessDate
  readonly to: BusinessDate
  readonly openingMinor: bigint
  readonly closingMinor: bigint
  readonly depositsMinor: bigint
  readonly withdrawalsMinor: bigint
  readonly rows: readonly StatementModelRow[]
}

/** An operation that the server did not take; absent parts were not known or did not apply. */
export interface SalvageModelRow {
  readonly operation: string
  readonly businessDate: BusinessDate
  readonly recordedAt: string
  readonly officerName: string
  readonly receipt?: number
  readonly clientName?: string
  readonly accountNumber?: string
  readonly amount?: Money
  readonly reversed: boolean
}

/** The data of the list of what a stopped device did and nobody's books hold, to be decided on paper. */
export interface SalvageModel extends Letterhead {
  readonly kind: 'salvage'
  /** The codes of the devices that did it. */
  readonly formerDevices: readonly string[]
  /** The institution's own; each amount says its own. */
  readonly currency: CurrencyCode
  readonly rows: readonly SalvageModelRow[]
}

/** How the day stands on the device that prints; `no-day` where it opened none on that date. */
export type DayStanding =
  | { readonly state: 'no-day' }
  | { readonly state: 'open' }
  | {
      readonly state: 'closed'
      readonly closedBy: string
      readonly secondPersonName?: string
      /** Over what nobody had counted since it moved, or what had not arrived. */
      readonly isOverUncounted: boolean
    }

/** The data of a branch's cash sheet of one day; each place of it has its own currency. */
export interface CashSheetModel extends Letterhead {
  readonly kind: 'cash-sheet'
  readonly businessDate: BusinessDate
  readonly standing: DayStanding
  readonly places: readonly CashPlacePosition[]
  readonly transfers: readonly TransferOnItsWay[]
}

/** The newest record of a log: its hash fixes every record before it. */
export interface JournalHead {
  readonly deviceCode: string
  readonly log: string
  readonly seq: number
  /** SHA-256, in hexadecimal digits. */
  readonly hash: string
}

/** The data of a financial statement, with what proves which books it was drawn from. */
export interface FinancialStatementModel extends Letterhead {
  readonly kind: 'financial-statement'
  readonly statement: FinancialStatement
  readonly heads: readonly JournalHead[]
}

/** The data of a ledger account's lines, oldest first. */
export interface LedgerModel extends Letterhead {
  readonly kind: 'ledger'
  readonly request: LedgerRequest
  /** The branch that it is about; absent for all. */
  readonly ofBranch?: string
  readonly page: LedgerPage
  readonly heads: readonly JournalHead[]
}

/** The data of an auditor's working paper. */
export interface WorkingPaperModel extends Letterhead {
  readonly kind: 'working-paper'
  readonly drawn: SampleDrawn
  /** As the auditor called it. */
  readonly name: string
  readonly drawnBy: string
  readonly drawnAt: string
  readonly ofBranch?: string
  readonly items: readonly PaperItem[]
  /** All that the same question finds in the books by now. */
  readonly populationNowMinor: bigint
  readonly heads: readonly JournalHead[]
}

/** Papers that are tables: they are drawn, and they are also files for other programs. */
export type TableModel = FinancialStatementModel | LedgerModel | WorkingPaperModel

export type DocumentModel =
  | ReceiptModel
  | ExchangeReceiptModel
  | StatementModel
  | SalvageModel
  | CashSheetModel
  | LoanPaperModel
  | PostingGuideModel
  | TableModel

export const isReceipt = (model: DocumentModel): model is ReceiptModel | ExchangeReceiptModel =>
  model.kind === 'receipt' || model.kind === 'exchange-receipt'

const tableKinds: readonly DocumentModel['kind'][] = ['financial-statement', 'ledger', 'working-paper']

/** Whether a kind of paper is a table of the books, which only who may audit is given. */
export const isTableKind = (kind: DocumentModel['kind']): boolean => tableKinds.includes(kind)

export const isTable = (model: DocumentModel): model is TableModel => isTableKind(model.kind)
