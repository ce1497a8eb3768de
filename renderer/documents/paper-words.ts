import type { BusinessDate } from '../../core/calendar/business-date.ts'
import { documentLanguage, documentLocale } from '../../core/documents/document-language.ts'
import type { StatementModelRow } from '../../core/documents/document-model.ts'
import { documentLabels, operationLabel } from '../../core/documents/labels/document-labels.ts'
import type { DocumentLabels } from '../../core/documents/labels/labels.ts'
import { statementLineLabel } from '../../core/documents/labels/statement-line-label.ts'
import { printedDate, printedTime } from '../../core/documents/printed-date.ts'
import { printedNumber } from '../../core/documents/printed-number.ts'
import type { Money } from '../../core/money/amount.ts'
import type { CurrencyCode } from '../../core/money/currency.ts'
import { formatAmount, formatMoney } from '../../core/money/format-amount.ts'

/** A paper's labels and its way to write dates and amounts: all in one language. */
export interface PaperWords {
  readonly labels: DocumentLabels
  readonly direction: 'ltr' | 'rtl'
  readonly language: string
  readonly date: (date: BusinessDate) => string
  readonly time: (instant: string) => string
  /** Of a receipt, a copy or a page. */
  readonly number: (number: number) => string
  /** Of a change, to one decimal; decimal text. */
  readonly percent: (percent: string) => string
  /** With the currency's code. */
  readonly money: (amountMinor: bigint) => string
  /** Without it, for columns of one currency. */
  readonly amount: (amountMinor: bigint) => string
  /** An amount of whatever currency, with its code. */
  readonly anyMoney: (money: Money) => string
  readonly operation: (operation: string, reversedOperation?: string) => string
  readonly statementLine: (row: Pick<StatementModelRow, 'description' | 'operation'>) => string
}

export function paperWords({
  locale,
  currency,
}: {
  readonly locale: string
  readonly currency: CurrencyCode
}): PaperWords {
  const language = documentLanguage(locale)
  const known = documentLocale(locale)
  const labels = documentLabels[language]
  return {
    labels,
    language,
    direction: language === 'ar' ? 'rtl' : 'ltr',
    date: date => printedDate(date, known),
    time: instant => printedTime(instant, known),
    number: number => printedNumber(number, known),
    percent: percent => percentIn(known).format(percent as Intl.StringNumericLiteral),
    money: amountMinor => formatMoney({ amountMinor, currency }, known),
    amount: amountMinor => formatAmount({ amountMinor, currency }, known),
    anyMoney: money => formatMoney(money, known),
    operation: (operation, reversedOperation) => operationLabel(operation, labels, reversedOperation),
    statementLine: row => statementLineLabel(row, language),
  }
}

const percentIn = (locale: string): Intl.NumberFormat =>
  new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
