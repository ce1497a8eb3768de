import type { LoanEvent } from '../loan-life/loan-event.ts'

/** An event of a loan as it was recorded: of money paid out, also the fees that were taken of it at once, and what of them is an insurer's, which are no part of the life. */
export type LoanEntry = LoanEvent & {
  readonly upfrontFeesMinor?: bigint | undefined
  readonly upfrontInsuranceMinor?: bigint | undefined
}
