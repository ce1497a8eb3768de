import { formatMoney } from '../money/format-amount.ts'
import { documentLanguage, documentLocale } from './document-language.ts'
import type { LoanReceipt, ReceiptModel } from './document-model.ts'
import { documentLabels, movedLabel, operationLabel } from './labels/document-labels.ts'
import type { DocumentLabels } from './labels/labels.ts'
import { statementLineLabel } from './labels/statement-line-label.ts'
import { loanReceiptFacts, type NamedAmount } from './loan-receipt-facts.ts'
import { printedDate, printedTime } from './printed-date.ts'
import { printedNumber } from './printed-number.ts'
import { printerText } from './printer-text.ts'
import { wrapText } from './wrap-text.ts'

/** One line of a receipt in a printer's fixed-width letters; `wide` letters take two columns. */
export type ReceiptLine =
  | { readonly kind: 'text'; readonly text: string; readonly align: 'left' | 'center'; readonly style: LineStyle }
  | { readonly kind: 'rule' }
  | { readonly kind: 'code'; readonly code: string }

export type LineStyle = 'plain' | 'bold' | 'tall' | 'wide' | 'banner'

const text = (words: string, align: 'left' | 'center' = 'left', style: LineStyle = 'plain'): ReceiptLine => ({
  kind: 'text',
  text: words,
  align,
  style,
})

const centered = (words: string, columns: number, style: LineStyle = 'plain'): readonly ReceiptLine[] =>
  wrapText(printerText(words), style === 'wide' ? columns / 2 : columns).map(line => text(line, 'center', style))

/** A bar across the whole paper, so that nobody overlooks it or folds it away. */
const banner = (words: string, columns: number): readonly ReceiptLine[] =>
  wrapText(printerText(words), columns - 2).map(line => {
    const start = line.padStart(Math.floor((columns + line.length) / 2))
    return text(start.padEnd(columns), 'left', 'banner')
  })

/** Label at the left edge, value at the right; the value goes to lines of its own when both do not fit. */
function pair(label: string, said: string, columns: number, style: LineStyle = 'plain'): readonly ReceiptLine[] {
  const value = printerText(said)
  const gap = columns - label.length - value.length
  if (gap >= 1) return [text(label + ' '.repeat(gap) + value, 'left', style)]
  return [text(label), ...wrapText(value, columns - 1).map(line => text(line.padStart(columns), 'left', style))]
}

/** The largest letters in which the amount still fits on one line. */
const amountLine = (amount: string, columns: number): readonly ReceiptLine[] =>
  centered(amount, columns, amount.length <= columns / 2 ? 'wide' : 'tall')

/** The time zone is the machine's unless given. The same order of things as on the drawn receipt. Rule: D11. */
export function receiptLines(receipt: ReceiptModel, columns: number, timeZone?: string): readonly ReceiptLine[] {
  const labels = documentLabels[documentLanguage(receipt.locale)]
  return [
    ...head(receipt, labels, columns),
    { kind: 'rule' },
    ...when(receipt, labels, columns, timeZone),
    { kind: 'rule' },
    ...who(receipt, labels, columns),
    { kind: 'rule' },
    ...howMuch(receipt, labels, columns),
    { kind: 'rule' },
    { kind: 'code', code: receipt.code },
    ...centered(labels.proof, columns),
    ...centered(
      `${labels.printedAt} ${printedTime(receipt.printedAt, documentLocale(receipt.locale), timeZone)}, ${receipt.printedBy}`,
      columns,
    ),
  ]
}

function head(receipt: ReceiptModel, labels: DocumentLabels, columns: number): readonly ReceiptLine[] {
  const { copy, reversesReceipt, reversedByReceipt, reason } = receipt
  const printed = (number: number): string => printedNumber(number, documentLocale(receipt.locale))
  return [
    ...centered(receipt.institutionName, columns, 'tall'),
    ...centered(`${receipt.branchName} (${receipt.branchCode})`, columns),
    ...(copy > 0 ? banner(labels.copy(printed(copy)).toUpperCase(), columns) : []),
    ...(reversedByReceipt === undefined ? [] : banner(labels.reversedBy(printed(reversedByReceipt)), columns)),
    text(''),
    ...pair(
      operationLabel(receipt.operation, labels, receipt.reversedOperation),
      `${labels.number} ${printed(receipt.number)}`,
      columns,
      'bold',
    ),
    ...(reversesReceipt === undefined ? [] : [text(labels.reverses(printed(reversesReceipt)))]),
    ...(reason === undefined ? [] : pair(labels.reason, labels.reasons[reason], columns)),
  ]
}

function when(
  receipt: ReceiptModel,
  labels: DocumentLabels,
  columns: number,
  timeZone: string | undefined,
): readonly ReceiptLine[] {
  const locale = documentLocale(receipt.locale)
  const { businessDate, valueDate } = receipt
  return [
    ...pair(labels.businessDate, printedDate(businessDate, locale), columns),
    ...(valueDate === businessDate ? [] : pair(labels.valueDate, printedDate(valueDate, locale), columns)),
    ...pair(labels.recordedAt, printedTime(receipt.recordedAt, locale, timeZone), columns),
    ...pair(labels.officer, receipt.officerName, columns),
    ...(receipt.secondPersonName === undefined ? [] : pair(labels.secondPerson, receipt.secondPersonName, columns)),
    ...pair(labels.device, receipt.deviceCode, columns),
  ]
}

const who = (receipt: ReceiptModel, labels: DocumentLabels, columns: number): readonly ReceiptLine[] => [
  ...pair(labels.client, receipt.clientName, columns, 'bold'),
  ...pair(labels.clientNumber, receipt.clientNumber, columns),
  ...pair(receipt.loan ? labels.loan.number : labels.account, receipt.accountNumber, columns),
  ...pair(labels.product, receipt.productName, columns),
]

function howMuch(receipt: ReceiptModel, labels: DocumentLabels, columns: number): readonly ReceiptLine[] {
  const { currency, amountMinor, balanceAfterMinor } = receipt
  const money = (minor: bigint): string => formatMoney({ amountMinor: minor, currency }, documentLocale(receipt.locale))
  return [
    text(movedLabel(receipt, labels)),
    ...amountLine(money(amountMinor), columns),
    ...centered(receipt.amountInWords, columns),
    text(''),
    ...(receipt.toAccountNumber === undefined ? [] : pair(labels.toAccount, receipt.toAccountNumber, columns)),
    ...(receipt.settled ?? []).flatMap(({ description, amountMinor: minor }) => {
      const name = statementLineLabel({ description, operation: receipt.operation }, documentLanguage(receipt.locale))
      return pair(name, money(minor), columns)
    }),
    ...receipt.fees.flatMap(fee => pair(labels.fees[fee.kind], money(fee.amountMinor), columns)),
    ...(receipt.loan
      ? ofLoan(receipt, receipt.loan, labels, { money, columns, locale: documentLocale(receipt.locale) })
      : pair(labels.newBalance, money(balanceAfterMinor), columns, 'bold')),
  ]
}

interface Written {
  readonly money: (minor: bigint) => string
  readonly columns: number
  readonly locale: string
}

function ofLoan(receipt: ReceiptModel, loan: LoanReceipt, labels: DocumentLabels, { money, columns, locale }: Written) {
  const facts = loanReceiptFacts(loan, receipt.direction, { labels, date: date => printedDate(date, locale) })
  const amount = ({ name, amountMinor }: NamedAmount, style?: LineStyle): readonly ReceiptLine[] =>
    pair(name, money(amountMinor), columns, style)
  return [
    ...facts.who.flatMap(({ name, value }) => pair(name, value, columns)),
    ...facts.parts.flatMap(part => amount(part)),
    ...amount(facts.left, 'bold'),
    ...facts.due.flatMap(due => amount(due)),
  ]
}
