import { type Installment, installmentTotalMinor } from '../schedule/installment.ts'
import type { LoanPreview } from './loan-preview.ts'

export const comparedFigures = ['received', 'installment', 'interest', 'fees', 'cost', 'total'] as const

/** One figure of two offers; the difference is what the other has more, negative for less. */
export interface ComparedFigure {
  readonly name: (typeof comparedFigures)[number]
  readonly thisMinor: bigint
  readonly otherMinor: bigint
  readonly differenceMinor: bigint
}

const totals = (installments: readonly Installment[]): readonly bigint[] => installments.map(installmentTotalMinor)

/** What is to be paid at most at a time. */
const largestOf = (installments: readonly Installment[]): bigint =>
  totals(installments).reduce((largest, amountMinor) => (amountMinor > largest ? amountMinor : largest), 0n)

const figuresOf = ({ installments, receivedMinor, interestMinor, feesMinor, costMinor }: LoanPreview) => ({
  received: receivedMinor,
  installment: largestOf(installments),
  interest: interestMinor,
  fees: feesMinor,
  cost: costMinor,
  total: totals(installments).reduce((sum, amountMinor) => sum + amountMinor, 0n),
})

/** Two offers beside one another: what is in hand, the largest installment, what it costs, and all installments together. Rule: W61. */
export function compareOffers(offer: LoanPreview, other: LoanPreview): readonly ComparedFigure[] {
  const [here, there] = [figuresOf(offer), figuresOf(other)]
  return comparedFigures.map(name => ({
    name,
    thisMinor: here[name],
    otherMinor: there[name],
    differenceMinor: there[name] - here[name],
  }))
}
