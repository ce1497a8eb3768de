import type { BusinessDate } from '../../calendar/business-date.ts'
import type { CurrencyCode } from '../../money/currency.ts'
import { formatMoney } from '../../money/format-amount.ts'
import { documentLanguage, documentLocale } from '../document-language.ts'
import { documentLabels } from '../labels/document-labels.ts'
import type { DocumentLabels } from '../labels/labels.ts'
import { loanPaperLabels } from '../loan-labels/labels-by-language.ts'
import type { LoanPaperLabels } from '../loan-labels/loan-paper-labels.ts'
import { printedDate } from '../printed-date.ts'
import { printedNumber } from '../printed-number.ts'

/** The words of a loan's paper, and its way to write what stands between them. */
export interface PaperWriter {
  readonly labels: LoanPaperLabels
  readonly documentLabels: DocumentLabels
  readonly money: (amountMinor: bigint) => string
  readonly date: (date: BusinessDate) => string
  readonly number: (number: number) => string
  /** Decimal text: all its decimals, or just two of them. */
  readonly percent: (percent: string, decimals?: 2) => string
  /** A value within a sentence, in one piece and in its own direction. */
  readonly within: (value: string) => string
}

export function paperWriter({
  locale,
  currency,
}: {
  readonly locale: string
  readonly currency: CurrencyCode
}): PaperWriter {
  const language = documentLanguage(locale)
  const known = documentLocale(locale)
  return {
    labels: loanPaperLabels[language],
    documentLabels: documentLabels[language],
    money: amountMinor => formatMoney({ amountMinor, currency }, known),
    date: date => printedDate(date, known),
    number: number => printedNumber(number, known),
    percent: (percent, decimals) =>
      new Intl.NumberFormat(known, {
        minimumFractionDigits: decimals ?? 0,
        maximumFractionDigits: decimals ?? 12,
      }).format(percent as Intl.StringNumericLiteral),
    within: value => `\u2068${value}\u2069`,
  }
}
