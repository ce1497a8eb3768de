import { isAllowed, type Permission } from '../authority/roles.ts'
import type { OpenDayContext } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import { noteBlob } from '../decision/note.ts'
import { type EntryDescription, reversalOf } from '../journal/entry-description.ts'
import type { JournalRecord, RecordRef } from '../journal/record.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { checkNothingBuiltOn } from './built-on.ts'
import { happen } from './happen.ts'
import { checkLoan, type Loan } from './loan.ts'
import type { LoanEntry } from './loan-entry.ts'
import { custodyWith, type LoanMoney, moneyNamed } from './loan-money.ts'

export interface LoanReversal {
  readonly loan: Loan
  readonly original: JournalRecord
  readonly reversedBy: RecordRef | null
  /** What the original entered. */
  readonly entered: readonly LoanEntry[]
  /** Where its money goes back to or comes from again; null where it moved none. */
  readonly money: LoanMoney | null
}

/** What a person decides about a loan takes whoever may decide it to be undone. */
const decidedBy: Readonly<Record<string, Permission>> = {
  'loan.charged': 'approve',
  'loan.waived': 'approve',
  'loan.written-off': 'approve',
  'loan.rescheduled': 'approve',
}

/** What the entry of each operation is called. */
const wordBy: Readonly<Record<string, EntryDescription>> = {
  'loan.disbursed': 'loan-disbursement',
  'loan.repaid': 'loan-repayment',
  'loan.refunded': 'loan-refund',
}

export interface LoanReversalAsked {
  readonly record: RecordRef
  readonly reason: string
  readonly note?: string | undefined
}

/**
 * Undoes what an operation did to a loan: it counts for nothing, from the beginning. Its own lines go back, and whatever that changes of
 * what came after it stands by itself.
 * Refuses not-permitted (who may not decide it does not undo it either), already-reversed, what `checkLoan` refuses, loan-not-last, drawer-short. Rules: R1, R2, L12, L38.
 */
export function reverseLoan(
  state: LoanReversal,
  { record, reason, note }: LoanReversalAsked,
  context: OpenDayContext,
): Result<Decision, Refusal> {
  const { loan, original, reversedBy, entered, money } = state
  const { role } = context.actor
  const permission = decidedBy[original.type]
  if (permission && !isAllowed(role, permission)) return refuse({ type: 'not-permitted', permission, role })
  if (reversedBy) return refuse({ type: 'already-reversed', by: reversedBy })
  const possible = checkLoan(loan, 'reverse', context.device.logId)
  if (!possible.ok) return possible
  const last = checkNothingBuiltOn(loan.entries, entered)
  if (!last.ok) return last
  const today = context.businessDate
  const added = entered.map(
    ({ id: event }): LoanEntry => ({
      id: context.newId(),
      enteredOn: today,
      effectiveOn: today,
      type: 'reversed',
      event,
    }),
  )
  const { entries, body } = happen(
    loan,
    { added, description: reversalOf(wordBy[original.type] ?? 'loan-adjustment'), money },
    today,
  )
  return ok({
    type: 'operation.reversed',
    class: 'fact',
    entries,
    body: { record, reason, originalType: original.type, loan: { ...body, ...(money ? moneyNamed(money) : {}) } },
    custody: custodyWith(loan, money),
    cause: [record],
    ...(original.receipt === undefined ? {} : { printsReceipt: true }),
    ...noteBlob(note, loan.clientId),
  })
}
