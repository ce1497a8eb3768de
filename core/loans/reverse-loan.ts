import { isAllowed, type Permission, type Role } from '../authority/roles.ts'
import type { OpenDayContext } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import { noteBlob } from '../decision/note.ts'
import { type EntryDescription, reversalOf } from '../journal/entry-description.ts'
import type { JournalRecord, RecordRef } from '../journal/record.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { checkNothingBuiltOn } from './built-on.ts'
import { roundingUndone } from './cash-rounding.ts'
import { type Happened, happen } from './happen.ts'
import { checkLoan, custodyOfLoan, type Loan } from './loan.ts'
import type { LoanEntry } from './loan-entry.ts'
import { custodyWith, type LoanMoney, moneyNamed } from './loan-money.ts'

export interface LoanReversal {
  readonly loan: Loan
  readonly original: JournalRecord
  readonly reversedBy: RecordRef | null
  /** What the original entered. */
  readonly entered: readonly LoanEntry[]
  /** The loan that the original paid off with it; null where it paid off none. */
  readonly closed: { readonly loan: Loan; readonly entered: readonly LoanEntry[] } | null
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
  'loan.refinanced': 'loan-disbursement',
  'loan.repaid': 'loan-repayment',
  'loan.refunded': 'loan-refund',
  'close-of-business.ran': 'loan-repayment',
}
const wordOf = ({ type, body }: JournalRecord): EntryDescription =>
  'takenHold' in body ? 'held-amount-taken' : (wordBy[type] ?? 'loan-adjustment')

/** Whether a person may undo what a record did to a loan. */
export const mayUndo = (recordType: string, role: Role): boolean => {
  const permission = decidedBy[recordType]
  return isAllowed(role, 'reverse') && (permission === undefined || isAllowed(role, permission))
}

export interface LoanReversalAsked {
  readonly record: RecordRef
  readonly reason: string
  readonly note?: string | undefined
}

interface Undone {
  readonly loan: Loan
  readonly entered: readonly LoanEntry[]
  /** What the entry was called. */
  readonly word: EntryDescription
}

/** What it makes of a loan that some of what befell it counts for nothing. Refuses what `checkLoan` refuses, loan-not-last. */
function undo(
  { loan, entered, word }: Undone,
  money: LoanMoney | null,
  { businessDate: today, device, newId }: OpenDayContext,
): Result<Happened, Refusal> {
  const possible = checkLoan(loan, 'reverse', device.logId)
  if (!possible.ok) return possible
  const last = checkNothingBuiltOn(loan.entries, entered)
  if (!last.ok) return last
  const added = entered.map(
    ({ id: event }): LoanEntry => ({ id: newId(), enteredOn: today, effectiveOn: today, type: 'reversed', event }),
  )
  return ok(happen(loan, { added, description: reversalOf(word), money }, today))
}

/**
 * Undoes what an operation did to a loan: it counts for nothing, from the beginning. Its own lines go back, and whatever that changes of
 * what came after it stands by itself. A loan that was paid off with it is owed again.
 * Refuses not-permitted (who may not decide it does not undo it either), already-reversed, what `checkLoan` refuses, loan-not-last, drawer-short. Rules: R1, R2, L12, L38, L53.
 */
export function reverseLoan(
  state: LoanReversal,
  { record, reason, note }: LoanReversalAsked,
  context: OpenDayContext,
): Result<Decision, Refusal> {
  const { loan, original, reversedBy, entered, closed, money } = state
  const { role } = context.actor
  const permission = decidedBy[original.type]
  if (permission && !isAllowed(role, permission)) return refuse({ type: 'not-permitted', permission, role })
  if (reversedBy) return refuse({ type: 'already-reversed', by: reversedBy })
  const undone = undo({ loan, entered, word: wordOf(original) }, money, context)
  if (!undone.ok) return undone
  const reopened = closed && undo({ ...closed, word: 'loan-repayment' }, money, context)
  if (reopened && !reopened.ok) return reopened
  const { entries, body } = undone.value
  const again = reopened?.value
  return ok({
    type: 'operation.reversed',
    class: 'fact',
    entries: [...entries, ...(again?.entries ?? []), ...roundingUndone(original.entries, money)],
    body: {
      record,
      reason,
      originalType: original.type,
      loan: { ...body, ...(money ? moneyNamed(money) : {}) },
      ...(again ? { closed: again.body } : {}),
    },
    custody: [...custodyWith(loan, money), ...(closed ? [custodyOfLoan(closed.loan)] : [])],
    cause: [record],
    ...(original.receipt === undefined ? {} : { printsReceipt: true }),
    ...noteBlob(note, loan.clientId),
  })
}
