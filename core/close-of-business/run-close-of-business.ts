import type { BusinessDate } from '../calendar/business-date.ts'
import { firstDayOf, nextPeriod, type Period, periodOf } from '../calendar/period.ts'
import type { Context } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { RunCloseOfBusiness } from './close-of-business-commands.ts'
import type { ClosingLoan } from './closing-loan.ts'
import { type MaturingDeposit, matureDeposit } from './mature-deposit.ts'
import { type AccountsPage, runAccounts } from './run-accounts.ts'
import { type DueInstruction, runInstruction } from './run-instruction.ts'
import { runLoans } from './run-loans.ts'

/** What the piece that comes next works on. */
export type CloseWork =
  | { readonly step: 'instructions'; readonly due: DueInstruction }
  | { readonly step: 'maturities'; readonly deposit: MaturingDeposit }
  | { readonly step: 'loans'; readonly loans: readonly ClosingLoan[] }
  | { readonly step: 'accounts'; readonly page: AccountsPage }

/** The piece of the close of business that comes next, with what it works on. */
export interface NextClose {
  readonly date: BusinessDate
  readonly chunk: number
  readonly work: CloseWork
}

/** Null while nothing is due. */
export type CloseState = NextClose | null

/** The date itself; where its month is closed already, the first day that is open. */
function bookingDate(date: BusinessDate, closedThrough: Period | null): BusinessDate {
  return closedThrough !== null && periodOf(date) <= closedThrough ? firstDayOf(nextPeriod(closedThrough)) : date
}

function decided(
  work: CloseWork,
  command: RunCloseOfBusiness,
  context: Context & { readonly booked: BusinessDate },
): Omit<Decision, 'type' | 'class'> {
  switch (work.step) {
    case 'instructions':
      return runInstruction(work.due, command, context)
    case 'maturities':
      return matureDeposit(work.deposit, command)
    case 'loans':
      return runLoans(work.loans, command)
    case 'accounts':
      return runAccounts(work.page, command, context.booked)
  }
}

/**
 * One piece of the close of business of a date, booked to that date whichever day is open by then. Refuses
 * close-of-business-not-next for any other piece than the one that comes next. Rules: E1, E2, E12.
 */
export function runCloseOfBusiness(
  next: CloseState,
  command: RunCloseOfBusiness,
  context: Context,
): Result<Decision, Refusal> {
  const { date, step, chunk } = command
  if (next?.date !== date || next.work.step !== step || next.chunk !== chunk)
    return refuse({ type: 'close-of-business-not-next' })
  const booked = bookingDate(date, context.closedThrough)
  return ok({
    type: 'close-of-business.ran',
    class: 'decision',
    bookingDate: booked,
    valueDate: booked,
    ...decided(next.work, command, { ...context, booked }),
  })
}
