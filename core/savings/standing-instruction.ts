import { addDays, type BusinessDate } from '../calendar/business-date.ts'
import { addMonths } from '../calendar/months.ts'
import type { OpenDayContext } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { checkSignatures } from './check-payable.ts'
import { checkPostable, type SavingsAccount } from './savings-account.ts'
import type { CancelInstruction, InstructionFrequency, PlaceInstruction } from './savings-commands.ts'
import type { TransferState } from './transfer.ts'

/** When a standing instruction is to be carried out: from its first day on, up to a last day or so many times. */
export interface InstructionDates {
  readonly frequency: InstructionFrequency
  readonly startsOn: BusinessDate
  readonly endsOn: BusinessDate | null
  readonly times: number | null
}

/** The date with this number, counted from 0 and always from the first one. */
function dateOf({ frequency, startsOn }: InstructionDates, number: number): BusinessDate {
  switch (frequency) {
    case 'weekly':
      return addDays(startsOn, 7 * number)
    case 'fortnightly':
      return addDays(startsOn, 14 * number)
    case 'monthly':
      return addMonths(startsOn, number)
    case 'quarterly':
      return addMonths(startsOn, 3 * number)
  }
}

/** The next date after so many that are done with; null when none is left. Rule: S20. */
export function nextInstructionDate(dates: InstructionDates, done: number): BusinessDate | null {
  if (dates.times !== null && done >= dates.times) return null
  const date = dateOf(dates, done)
  return dates.endsOn !== null && date > dates.endsOn ? null : date
}

/**
 * Orders a transfer for each of its dates; the close of business carries it out. Refuses same-account, what no posting to either account is
 * allowed for, and what `orderPayment` refuses. Rule: S20.
 */
export function placeInstruction(
  { account, target }: TransferState,
  command: PlaceInstruction,
  context: OpenDayContext,
): Result<Decision, Refusal> {
  if (account.accountId === target.accountId) return refuse({ type: 'same-account' })
  const postable = checkPostable(target, context.device.logId, command.currency)
  return postable.ok ? orderPayment({ account, target }, command, context) : postable
}

export interface PaymentOrder {
  readonly account: SavingsAccount
  /** Another account, or a loan. */
  readonly target: Pick<SavingsAccount, 'accountId' | 'custodyEpoch'>
}

/**
 * An order to pay out of an account into what takes it. Refuses what no posting to the account is allowed for, term-not-ended (money of a
 * deposit with a term), field-invalid (begins in the past, or ends before it begins), signatures-missing. Rule: S20.
 */
export function orderPayment(
  { account, target }: PaymentOrder,
  { amountMinor, currency, frequency, startsOn, endsOn, times, retryDays, signedBy }: PlaceInstruction,
  { device, businessDate, newId }: OpenDayContext,
): Result<Decision, Refusal> {
  const postable = checkPostable(account, device.logId, currency)
  if (!postable.ok) return postable
  if (account.maturesOn !== null && account.maturesOn > startsOn)
    return refuse({ type: 'term-not-ended', maturesOn: account.maturesOn })
  if (startsOn < businessDate) return refuse({ type: 'field-invalid', field: 'startsOn', rule: 'in-the-past' })
  if (endsOn !== undefined && endsOn < startsOn)
    return refuse({ type: 'field-invalid', field: 'endsOn', rule: 'too-small' })
  const signed = checkSignatures(account, signedBy)
  if (!signed.ok) return signed
  return ok({
    type: 'standing-instruction.placed',
    class: 'decision',
    entries: [],
    body: {
      instructionId: newId(),
      accountId: account.accountId,
      toAccountId: target.accountId,
      amountMinor,
      currency,
      frequency,
      startsOn,
      endsOn,
      times,
      retryDays,
      signedBy,
    },
    custody: [account, target].map(({ accountId, custodyEpoch }) => ({ account: accountId, epoch: custodyEpoch })),
  })
}

export interface InstructionState {
  readonly account: SavingsAccount
  readonly isEnded: boolean
}

/** Ends an instruction before its time. Refuses instruction-ended, account-in-other-custody. Rule: S20. */
export function cancelInstruction(
  { account, isEnded }: InstructionState,
  { instructionId }: CancelInstruction,
  { device }: OpenDayContext,
): Result<Decision, Refusal> {
  if (isEnded) return refuse({ type: 'instruction-ended' })
  const kept = checkPostable({ ...account, status: 'active' }, device.logId, account.currency)
  if (!kept.ok) return kept
  return ok({
    type: 'standing-instruction.cancelled',
    class: 'decision',
    entries: [],
    body: { instructionId, accountId: account.accountId },
    custody: [{ account: account.accountId, epoch: account.custodyEpoch }],
  })
}
