import type { BusinessDate } from '../calendar/business-date.ts'
import type { LoanPart, LoanReceipt, ReceiptModel } from './document-model.ts'
import type { DocumentLabels } from './labels/labels.ts'

export interface NamedAmount {
  readonly name: string
  readonly amountMinor: bigint
}

/** What the receipt of an operation on a loan says, in the order in which each paper says it. */
export interface LoanReceiptFacts {
  /** The guarantor who paid, and the account that the money came from or went to. */
  readonly who: readonly { readonly name: string; readonly value: string }[]
  readonly parts: readonly NamedAmount[]
  readonly left: NamedAmount
  readonly due: readonly NamedAmount[]
}

function partName(kind: LoanPart['kind'], { closedLoan = '' }: LoanReceipt, labels: DocumentLabels): string {
  if (kind === 'rounding') return labels.cashRounding
  if (kind === 'closing') return labels.loan.closing(closedLoan)
  return labels.loan.parts[kind]
}

/** In the words of one language. Rule: D24. */
export function loanReceiptFacts(
  loan: LoanReceipt,
  direction: ReceiptModel['direction'],
  { labels, date }: { readonly labels: DocumentLabels; readonly date: (date: BusinessDate) => string },
): LoanReceiptFacts {
  const { parts, throughAccount, paidBy, left, lateMinor, next } = loan
  const through = direction === 'in' ? labels.loan.fromAccount : labels.toAccount
  return {
    who: [
      ...(paidBy === undefined ? [] : [{ name: labels.loan.paidBy, value: paidBy }]),
      ...(throughAccount === undefined ? [] : [{ name: through, value: throughAccount }]),
    ],
    parts: parts.map(({ kind, amountMinor }) => ({ name: partName(kind, loan, labels), amountMinor })),
    left: { name: labels.loan.left[left.of], amountMinor: left.amountMinor },
    due: [
      ...(lateMinor === undefined ? [] : [{ name: labels.loan.late, amountMinor: lateMinor }]),
      ...(next ? [{ name: labels.loan.next(date(next.dueOn)), amountMinor: next.amountMinor }] : []),
    ],
  }
}
