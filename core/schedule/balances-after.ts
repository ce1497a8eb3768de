import { sumMinor } from '../money/amount.ts'
import { type PaidOut, paidOut } from './down-payments.ts'
import type { Installment } from './installment.ts'
import type { ScheduleAlgorithm, ScheduleTerms, Tranche } from './schedule-terms.ts'

type Row = Pick<Installment, 'kind' | 'dueOn' | 'principalMinor'>

/** A tranche on a due date belongs to the next period under the progressive algorithm: its down payment is due after that installment. */
export const isDownPaymentLater = (algorithm: ScheduleAlgorithm): boolean => algorithm === 'progressive'

const hasArrived = ({ date, downPaymentMinor }: PaidOut, { kind, dueOn }: Row, terms: ScheduleTerms): boolean => {
  const isBehind = isDownPaymentLater(terms.algorithm) && kind === 'repayment' && downPaymentMinor > 0n
  return isBehind ? date < dueOn : date <= dueOn
}

/** Principal outstanding once each row is paid, of rows in their order; the last has all that was paid out. */
export function balancesAfter(
  rows: readonly Row[],
  tranches: readonly Tranche[],
  terms: ScheduleTerms,
): readonly bigint[] {
  const paid = paidOut(tranches, terms)
  let repaidMinor = 0n
  return rows.map((row, place) => {
    repaidMinor += row.principalMinor
    const isLast = place === rows.length - 1
    const arrived = paid.filter(tranche => isLast || hasArrived(tranche, row, terms))
    return sumMinor(arrived.map(({ amountMinor }) => amountMinor)) - repaidMinor
  })
}
