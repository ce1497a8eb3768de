import type { BusinessDate } from '../calendar/business-date.ts'

export type DocumentRefusal =
  | { readonly type: 'no-receipt' }
  | { readonly type: 'already-printed' }
  | { readonly type: 'printer-not-set' }
  /** It has more lines than such a paper takes; the newest part that fits begins on `firstDate`. */
  | { readonly type: 'paper-too-long'; readonly linesMax: number; readonly firstDate: BusinessDate }
  /** `mayHavePrinted`: it answered and then fell silent, with the paper perhaps under way. */
  | {
      readonly type: 'printer-unreachable'
      readonly host: string
      readonly port: number
      readonly mayHavePrinted?: true
    }
  | {
      readonly type: 'statement-range'
      readonly from: BusinessDate
      readonly to: BusinessDate
    }
