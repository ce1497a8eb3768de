import { addDays, type BusinessDate } from '../calendar/business-date.ts'
import type { Context } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import type { InstructionFrequency } from '../savings/savings-commands.ts'
import { type InstructionDates, nextInstructionDate } from '../savings/standing-instruction.ts'
import { transfer } from '../savings/transfer.ts'
import type { RunCloseOfBusiness } from './close-of-business-commands.ts'
import type { TriedInstruction } from './close-records.ts'
import { type ClosingAccount, closingMinor } from './closing-account.ts'

/** A standing instruction that is to be tried on a date. */
export interface DueInstruction extends InstructionDates {
  readonly instructionId: string
  readonly frequency: InstructionFrequency
  readonly amountMinor: bigint
  readonly retryDays: number
  readonly done: number
  readonly account: ClosingAccount
  readonly target: ClosingAccount
}

/** What was there at the end of the date and still is. */
const atClose = (at: ClosingAccount, date: BusinessDate): ClosingAccount['account'] => {
  const closing = closingMinor(at, date)
  return closing < at.account.balanceMinor ? { ...at.account, balanceMinor: closing } : at.account
}

/**
 * Carries a standing instruction out under the rules of a transfer, or says what stood against it: it is tried again on each of the days
 * that were agreed, then this date of it is given up. Whoever must sign for the account has signed the order. Rule: E10.
 */
export function runInstruction(
  due: DueInstruction,
  { key, date, step, chunk }: RunCloseOfBusiness,
  context: Context,
): Omit<Decision, 'type' | 'class'> {
  const { instructionId, amountMinor, account: payer, target: payee, done, retryDays } = due
  const [account, target] = [atClose(payer, date), atClose(payee, date)]
  const { accountId, currency, custodyEpoch, holders } = account
  const order = { type: 'savings.transfer', key, toAccountId: target.accountId } as const
  const moved = transfer(
    { account, target },
    { ...order, accountId, amountMinor, currency, signedBy: [...holders] },
    { ...context, businessDate: date },
  )
  const dueOn = nextInstructionDate(due, done) ?? date
  const isOver = moved.ok || addDays(dueOn, retryDays) <= date
  const nextOn = isOver ? nextInstructionDate(due, done + 1) : addDays(date, 1)
  const instruction: TriedInstruction = {
    instructionId,
    accountId,
    toAccountId: target.accountId,
    amountMinor,
    currency,
    dueOn,
    outcome: moved.ok ? 'paid' : isOver ? 'given-up' : 'tried-again',
    ...(moved.ok ? {} : { refusal: moved.refusal.type }),
    done: isOver ? done + 1 : done,
    ...(nextOn ? { nextOn } : {}),
  }
  return {
    body: { date, step, chunk, instruction },
    entries: moved.ok ? moved.value.entries : [],
    custody: moved.ok ? (moved.value.custody ?? []) : [{ account: accountId, epoch: custodyEpoch }],
  }
}
