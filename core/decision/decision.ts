import type { BusinessDate } from '../calendar/business-date.ts'
import type { Entry, RecordClass, RecordRef } from '../journal/record.ts'

/** Personal data that goes beside the record: the shell seals it under the subject's key and names it by its hash. */
export interface PlainBlob {
  readonly name: string
  readonly subject: string
  readonly content: Uint8Array
}

/** The body of a record as code holds it; amounts are bigint here and decimal text on the wire. */
export type PlainBody = { readonly [field: string]: unknown }

/** What a verb decided: facts and balanced lines. The shell makes exactly one journal record of it. */
export interface Decision {
  readonly type: string
  readonly class: RecordClass
  readonly entries: readonly Entry[]
  readonly body: PlainBody
  readonly valueDate?: BusinessDate
  /** The day it is booked to, where that is not the open business day: the close of a day books to that day. */
  readonly bookingDate?: BusinessDate
  /** The branch that it books to, where that is not the installation's own. */
  readonly branch?: string
  readonly custody?: readonly {
    readonly account: string
    readonly epoch: number
  }[]
  readonly cause?: readonly RecordRef[]
  readonly pins?: Readonly<Record<string, string>>
  readonly blobs?: readonly PlainBlob[]
  /** Shown once with the outcome and kept nowhere, such as an invitation's text. */
  readonly revealed?: Readonly<Record<string, string>>
  readonly isReference?: boolean
  readonly printsReceipt?: boolean
}
