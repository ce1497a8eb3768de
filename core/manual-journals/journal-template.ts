import type { CurrencyCode } from '../money/currency.ts'
import type { JournalPurpose } from './purposes.ts'

/** A whole, in hundredths of a per cent. */
export const wholeBp = 10_000

/** A line carries a fixed amount, or a part of a total that is asked for at use; with neither it is left blank for the person. */
export interface TemplateLine {
  readonly account: string
  readonly side: 'debit' | 'credit'
  readonly amountMinor?: bigint | undefined
  readonly shareBp?: number | undefined
}

/** A journal to be written again and again, in one currency. A version never changes. */
export interface JournalTemplate {
  readonly purpose: JournalPurpose
  readonly currency: CurrencyCode
  readonly lines: readonly TemplateLine[]
}

export const isBlank = ({ amountMinor, shareBp }: TemplateLine): boolean =>
  amountMinor === undefined && shareBp === undefined

export const asksForTotal = ({ lines }: Pick<JournalTemplate, 'lines'>): boolean =>
  lines.some(({ shareBp }) => shareBp !== undefined)
