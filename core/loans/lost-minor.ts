import type { LoanLife } from '../loan-life/loan-life.ts'
import { portionsTotal } from '../loan-life/portions.ts'
import { sumMinor } from '../money/amount.ts'

/** What was written off of a loan and was not recovered. */
export const lostMinor = ({
  installments,
  recoveredMinor,
}: Pick<LoanLife, 'installments' | 'recoveredMinor'>): bigint =>
  sumMinor(installments.map(({ writtenOff }) => portionsTotal(writtenOff))) - recoveredMinor
