import { addDays, type BusinessDate, daysBetween } from '../calendar/business-date.ts'
import type { Context } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import type { Loan } from '../loans/loan.ts'
import type { LoanHappened } from '../loans/loan-records.ts'
import type { InstructionFrequency } from '../savings/savings-commands.ts'
import { type InstructionDates, nextInstructionDate } from '../savings/standing-instruction.ts'
import { transfer } from '../savings/transfer.ts'
import type { RunCloseOfBusiness } from './close-of-business-commands.ts'
import type { TriedInstruction } from './close-records.ts'
import { type ClosingAccount, closingMinor } from './closing-account.ts'
import { dueBy, fallsDueWithin, repayByOrder } from './repay-by-order.ts'

/** A standing instruction that is to be tried on a date. */
export interface DueInstruction extends InstructionDates {
  readonly instructionId: string
  readonly frequency: InstructionFrequency
  readonly amountMinor: bigint
  readonly retryDays: number
  readonly done: number
  readonly account: ClosingAccount
  readonly target: InstructionTarget
}

/** Another account, or a loan of the client. */
export type InstructionTarget =
  | { readonly type: 'account'; readonly at: ClosingAccount }
  | { readonly type: 'loan'; readonly loan: Loan }

/** What became of a try. */
interface Tried {
  readonly outcome: 'paid' | 'nothing-due' | 'refused' | 'waits'
  readonly refusal?: string
  readonly takenMinor?: bigint
  readonly happened?: LoanHappened
  readonly moved?: Pick<Decision, 'entries' | 'custody'>
  /** Nothing more will ever be due. */
  readonly isLast?: boolean
}

/** What was there at the end of the date and still is. */
const atClose = (at: ClosingAccount, date: BusinessDate): ClosingAccount['account'] => {
  const closing = closingMinor(at, date)
  return closing < at.account.balanceMinor ? { ...at.account, balanceMinor: closing } : at.account
}

interface Trying {
  readonly due: DueInstruction
  readonly dueOn: BusinessDate
  readonly command: RunCloseOfBusiness
  readonly context: Context
}

function tryTransfer(payee: ClosingAccount, { due, command: { key, date }, context }: Trying): Tried {
  const [account, target] = [atClose(due.account, date), atClose(payee, date)]
  const { accountId, currency, holders } = account
  const moved = transfer(
    { account, target },
    {
      type: 'savings.transfer',
      key,
      accountId,
      toAccountId: target.accountId,
      amountMinor: due.amountMinor,
      currency,
      signedBy: [...holders],
    },
    { ...context, businessDate: date },
  )
  return moved.ok ? { outcome: 'paid', moved: moved.value } : { outcome: 'refused', refusal: moved.refusal.type }
}

/** A loan may fall due a little later than the order's date, moved off a rest day: where it does, the order waits for it. */
function tryLoan(loan: Loan, { due, dueOn, command: { date }, context }: Trying): Tried {
  if (loan.state !== 'active') return { outcome: 'nothing-due', isLast: true }
  if (loan.changedOn > date) return { outcome: 'waits' }
  const dueMinor = dueBy(loan, date)
  const daysLeft = daysBetween(date, addDays(dueOn, due.retryDays))
  if (dueMinor === 0n) return { outcome: fallsDueWithin(loan, date, daysLeft) ? 'waits' : 'nothing-due' }
  const order = { loan, account: atClose(due.account, date), mostMinor: due.amountMinor }
  const repaid = repayByOrder(order, date, context)
  if (!repaid.ok) return { outcome: 'refused', refusal: repaid.refusal.type }
  const { takenMinor, happened, moved } = repaid.value
  const wantedMinor = dueMinor < due.amountMinor ? dueMinor : due.amountMinor
  const isAll = takenMinor === wantedMinor
  return {
    ...(isAll ? { outcome: 'paid' } : { outcome: 'refused', refusal: 'balance-below-minimum' }),
    takenMinor,
    happened,
    moved,
  }
}

const outcomeOf = ({ outcome }: Tried, isOver: boolean): TriedInstruction['outcome'] => {
  if (outcome === 'paid' || outcome === 'nothing-due') return outcome
  return isOver ? 'given-up' : 'tried-again'
}

const targetIdOf = ({ target }: DueInstruction): string =>
  target.type === 'loan' ? target.loan.loanId : target.at.account.accountId

/**
 * Carries a standing instruction out under the rules of a transfer, or of a repayment, or says what stood against it: it is tried again
 * on each of the days that were agreed, then this date of it is given up. Whoever must sign for the account has signed the order.
 * Rules: E10, E22.
 */
export function runInstruction(
  due: DueInstruction,
  command: RunCloseOfBusiness,
  context: Context,
): Omit<Decision, 'type' | 'class'> {
  const { date, step, chunk } = command
  const { instructionId, amountMinor, target, done, retryDays } = due
  const { accountId, currency, custodyEpoch } = due.account.account
  const dueOn = nextInstructionDate(due, done) ?? date
  const trying = { due, dueOn, command, context }
  const tried = target.type === 'loan' ? tryLoan(target.loan, trying) : tryTransfer(target.at, trying)
  const isDone = tried.outcome === 'paid' || tried.outcome === 'nothing-due'
  const isOver = isDone || addDays(dueOn, retryDays) <= date
  const following = isOver ? nextInstructionDate(due, done + 1) : addDays(date, 1)
  const nextOn = tried.isLast ? null : following
  const instruction: TriedInstruction = {
    instructionId,
    accountId,
    toAccountId: targetIdOf(due),
    amountMinor,
    currency,
    dueOn,
    outcome: outcomeOf(tried, isOver),
    ...(tried.refusal === undefined ? {} : { refusal: tried.refusal }),
    ...(tried.takenMinor === undefined ? {} : { takenMinor: tried.takenMinor }),
    ...(tried.happened ? { happened: tried.happened } : {}),
    done: isOver ? done + 1 : done,
    ...(nextOn ? { nextOn } : {}),
  }
  return {
    body: { date, step, chunk, instruction },
    entries: tried.moved?.entries ?? [],
    custody: tried.moved ? (tried.moved.custody ?? []) : [{ account: accountId, epoch: custodyEpoch }],
  }
}
