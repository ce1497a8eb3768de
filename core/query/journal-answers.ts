import type { BusinessDate } from '../calendar/business-date.ts'
import type { ApprovableCommand } from '../command/command.ts'
import type { Entry, RecordRef } from '../journal/record.ts'
import type { CurrencyCode } from '../money/currency.ts'

export interface JournalRow {
  readonly position: number
  readonly record: RecordRef
  readonly own: boolean
  readonly type: string
  /** Of a reversal: the type of the record that it reversed. */
  readonly reversedType?: string
  readonly actorName: string
  readonly businessDate: BusinessDate
  readonly recordedAt: string
  readonly receipt?: number
  /** What the operation is of, without its fees, or the record's turnover (sum of its debits) in its first currency; absent where nothing is said of an amount. */
  readonly amountMinor?: bigint
  readonly currency?: CurrencyCode
  /** Whom the record is about: a client's name, and the number of the account when one is meant. */
  readonly subject?: { readonly name: string; readonly account?: string }
  readonly sent: boolean
  readonly reversed: boolean
}

export interface JournalAnswer {
  readonly rows: readonly JournalRow[]
  readonly next?: number
}

export interface RecordAnswer extends JournalRow {
  /** As papers and exports name it. */
  readonly number: string
  readonly hash: string
  readonly previousHash: string
  readonly signatureValid: boolean
  readonly bytes: string
  readonly entries: readonly (Entry & { readonly accountNames: readonly string[] })[]
  readonly cosigners: readonly { readonly name: string; readonly valid: boolean }[]
  readonly note?: string
  readonly attachments: readonly { readonly mediaType: string }[]
  readonly reverses?: RecordRef
  readonly reversedBy?: RecordRef
  readonly reversible: boolean
}

export interface ApprovalAnswer {
  readonly request: RecordRef
  readonly requestedBy: string
  readonly requestedAt: string
  readonly amountMinor: bigint
  readonly currency: CurrencyCode
  readonly subject: string
  readonly mayDecide: boolean
  readonly note?: string
  /** All that was asked, but for what is sealed. */
  readonly command: ApprovableCommand
  readonly attachments: RecordAnswer['attachments']
}

export interface AttachmentAnswer {
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** What the queries of the journal answer. */
export interface JournalAnswers {
  journal: JournalAnswer
  record: RecordAnswer
  attachment: AttachmentAnswer | null
  approvals: readonly ApprovalAnswer[]
}
