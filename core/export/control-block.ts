import type { BusinessDate } from '../calendar/business-date.ts'
import { hex } from '../crypto/hash.ts'
import type { CurrencyCode } from '../money/currency.ts'
import { decimalText } from '../money/decimal-text.ts'
import type { ExportedLog } from './exported-books.ts'

/** What was moved in one currency, without the balances that were taken over. */
export interface Turnover {
  readonly currency: CurrencyCode
  readonly debitMinor: bigint
  readonly creditMinor: bigint
}

/** The figures that an export must still have when it is read elsewhere: it ends with them, and they are signed beside it. */
export interface ControlBlock {
  readonly institutionId: string
  readonly branchCode: string | null
  readonly from: BusinessDate | null
  readonly to: BusinessDate | null
  readonly turnover: readonly Turnover[]
  readonly records: number
  readonly entries: number
  readonly lines: number
  readonly logs: readonly ExportedLog[]
}

/** Which part of which books. */
export const scopeLines = ({
  institutionId,
  branchCode,
  from,
  to,
}: Pick<ControlBlock, 'institutionId' | 'branchCode' | 'from' | 'to'>): readonly string[] => [
  `books ${institutionId}`,
  `branch ${branchCode ?? 'all'}`,
  `value-dates ${from ?? 'beginning'} to ${to ?? 'newest'}`,
]

/** A log's records in the part, and its newest record of all with the hash that fixes every one before it. */
export const logLine = ({ logId, deviceCode, firstSeq, lastSeq, headSeq, headHash }: ExportedLog): string =>
  `log ${logId} device ${deviceCode} records ${firstSeq ?? 0} to ${lastSeq ?? 0} head ${headSeq} ${headHash ? hex(headHash) : 'none'}`

/** The block as lines of plain text; the same in every file. Rule: X12. */
export const controlLines = (control: ControlBlock): readonly string[] => [
  ...scopeLines(control),
  ...control.turnover.map(turnoverLine),
  `counts ${control.records} records ${control.entries} entries ${control.lines} lines`,
  ...control.logs.map(logLine),
]

function turnoverLine({ currency, debitMinor, creditMinor }: Turnover): string {
  const [debits, credits] = [debitMinor, creditMinor].map(amountMinor => decimalText({ amountMinor, currency }))
  return `turnover ${currency} debits ${debits} credits ${credits}`
}
