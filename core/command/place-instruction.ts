import type { OpenDayContext } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import { checkOwed, type Loan } from '../loans/loan.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { SavingsAccount } from '../savings/savings-account.ts'
import type { PlaceInstruction } from '../savings/savings-commands.ts'
import { orderPayment, placeInstruction } from '../savings/standing-instruction.ts'
import type { TransferState } from '../savings/transfer.ts'
import type { Books } from '../storage/books.ts'
import { loadLoan } from '../storage/loans.ts'
import { loadSavingsAccount } from '../storage/savings-accounts.ts'
import { foreignRate, type Rated } from './foreign-rate.ts'
import { loadTransfer } from './load-client-state.ts'

/** An order to another account, or to a loan. */
export type PlacingState = TransferState | { readonly account: SavingsAccount; readonly loan: Loan }

/** Refuses account-unknown. */
export function loadPlacing(
  books: Books,
  command: PlaceInstruction,
  context: OpenDayContext,
): Result<PlacingState & Rated, Refusal> {
  const loan = loadLoan(books.db, command.toAccountId)
  if (!loan) return loadTransfer(books, command, context)
  const account = loadSavingsAccount(books.db, command.accountId, context.businessDate)
  return account
    ? ok({ account, loan, rate: foreignRate(books.db, account.currency, context) })
    : refuse({ type: 'account-unknown' })
}

/**
 * Orders that a loan is repaid out of an account of its borrower. Refuses account-of-other-client, what `checkOwed` refuses, currency-differs, and what `orderPayment` refuses. Rules: S20, E22.
 */
function orderRepayment(
  { account, loan }: Extract<PlacingState, { loan: Loan }>,
  command: PlaceInstruction,
  context: OpenDayContext,
): Result<Decision, Refusal> {
  if (!account.holders.includes(loan.clientId)) return refuse({ type: 'account-of-other-client' })
  const possible = checkOwed(loan, context.device.logId)
  if (!possible.ok) return possible
  if (command.currency !== loan.currency) return refuse({ type: 'currency-differs', expected: loan.currency })
  const target = { accountId: loan.loanId, custodyEpoch: loan.custodyEpoch }
  return orderPayment({ account, target }, command, context)
}

export const placeOrder = (
  state: PlacingState,
  command: PlaceInstruction,
  context: OpenDayContext,
): Result<Decision, Refusal> =>
  'loan' in state ? orderRepayment(state, command, context) : placeInstruction(state, command, context)
