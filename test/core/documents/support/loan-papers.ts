import type { LoanPaperKind, LoanPaperModel } from '../../../../core/documents/loan-papers/loan-paper-model.ts'
import { readDocument } from '../../../../core/documents/read-document.ts'
import { rate } from '../../../../core/money/rate.ts'
import type { LoanCharge } from '../../../../core/products/loan-charge.ts'
import type { Lending, LoanAsked } from '../../../support/loans.ts'

const fee = (chargeId: string, amount: LoanCharge['amount'], when: LoanCharge['when']): LoanCharge => ({
  chargeId,
  name: chargeId,
  kind: 'fee',
  amount,
  when,
})

/** A charge of every time and of several bases. */
const charges: readonly LoanCharge[] = [
  fee('entry', { type: 'percent', of: 'paid-out', percent: rate('1.5') }, { type: 'disbursement-deducted' }),
  fee('card', { type: 'fixed', amountMinor: 2_500n }, { type: 'disbursement-paid' }),
  fee('collecting', { type: 'fixed', amountMinor: 300n }, { type: 'each-installment' }),
  fee('insurance', { type: 'percent', of: 'interest', percent: rate('7') }, { type: 'each-installment' }),
  fee('visit', { type: 'fixed', amountMinor: 4_000n }, { type: 'on-day', daysAfter: 40 }),
]
/** Six installments with a charge of every kind. */
export const chargedLoan: LoanAsked = { installments: 6, product: { charges: [...charges] } }

/** A paper of a loan; throws the refusal's type where there is none. */
export function paperOf<P extends LoanPaperKind>(
  { branch, loanId }: Pick<Lending, 'branch' | 'loanId'>,
  paper: P,
  locale = 'en-KE',
): Extract<LoanPaperModel, { paper: P }> {
  const read = readDocument(branch.books, branch.desk('officer'), { kind: 'loan-paper', paper, loanId, locale })
  if (!read.ok) throw new Error(read.refusal.type)
  if (read.value.kind !== 'loan-paper' || read.value.paper !== paper) throw new Error('another paper')
  return read.value as Extract<LoanPaperModel, { paper: P }>
}
