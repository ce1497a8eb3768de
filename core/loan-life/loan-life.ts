import type { BusinessDate } from '../calendar/business-date.ts'
import type { Installment } from '../schedule/installment.ts'
import type { AccrualPlan } from './accrued-on.ts'
import type { LoanEventId } from './loan-event.ts'
import type { PenaltySpan } from './penalty-span.ts'
import type { Portions } from './portions.ts'

/** An installment with what became of it. Due is what was paid, waived, written off and is outstanding. */
export interface LoanInstallment {
  readonly number: number
  readonly kind: Installment['kind']
  readonly from: BusinessDate
  readonly dueOn: BusinessDate
  readonly due: Portions
  readonly paid: Portions
  /** Of what was paid: before the due date, and after it. */
  readonly inAdvance: Portions
  readonly late: Portions
  readonly waived: Portions
  readonly writtenOff: Portions
  readonly outstanding: Portions
  /** The day on which the last of it was met; null while something is outstanding. */
  readonly metOn: BusinessDate | null
  /** Of the fees due, what is an insurer's. */
  readonly insuranceMinor: bigint
  /** What was charged because it was late: part of the penalties due. */
  readonly lateFeeMinor: bigint
  readonly latePenaltyMinor: bigint
  /** Principal outstanding once it is paid. */
  readonly balanceAfterMinor: bigint
}

/** What one event came to. */
export interface EventOutcome {
  readonly event: LoanEventId
  /** The day on which it counts. */
  readonly on: BusinessDate
  /** What it paid, waived, charged off, wrote off, charged, or made owed again. */
  readonly portions: Portions
  /** Principal outstanding after it; less than nothing where what is paid out later was paid before. */
  readonly principalAfterMinor: bigint
}

/** `settled` owes nothing; `overpaid` is owed money; what was written off may still be recovered. */
export type LoanStatus = 'not-paid-out' | 'active' | 'charged-off' | 'written-off' | 'settled' | 'overpaid'

export interface LoanLife {
  readonly installments: readonly LoanInstallment[]
  /** In the order in which they count. */
  readonly outcomes: readonly EventOutcome[]
  readonly outstanding: Portions
  readonly overpaidMinor: bigint
  /** Paid after it was written off. */
  readonly recoveredMinor: bigint
  /** What settles it on the day it is asked for. */
  readonly payoffMinor: bigint
  readonly status: LoanStatus
  readonly accrual: AccrualPlan
  /** Installments that go on costing penalty. */
  readonly penalties: readonly PenaltySpan[]
}
