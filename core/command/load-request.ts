import type { RequestState } from '../approvals/request-approval.ts'
import { moneyMoved } from '../corrections/correction-records.ts'
import type { Context } from '../decision/context.ts'
import type { RecordRef } from '../journal/record.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result } from '../result.ts'
import { requestOfCommand } from '../storage/approvals.ts'
import type { Books } from '../storage/books.ts'
import { holdById } from '../storage/holds.ts'
import { loadLoan } from '../storage/loans.ts'
import { recordAt, recordByKey } from '../storage/records.ts'
import { loadSavingsAccount } from '../storage/savings-accounts.ts'
import { authorize } from './authorize.ts'
import type { ApprovableCommand, CommandOf } from './command.ts'
import type { VerbOf } from './verb.ts'

/** Tries the command as the person who asks, without doing it: only a limit may stand in its way. */
export const loadRequest =
  (verbOf: VerbOf) =>
  (books: Books, { command }: CommandOf<'approval.request'>, context: Context): Result<RequestState, Refusal> => {
    const verb = verbOf(command)
    const permitted = authorize(verb, context)
    const met = permitted.ok ? verb.decide(books, command, context) : permitted
    return ok({ met, subject: subjectOf(books, command, context), known: knownAs(books, command.key) })
  }

/** A command is done once, whether directly or by a request: its key says so. */
function knownAs({ db }: Books, key: string): RecordRef | null {
  const done = recordByKey(db, key)?.record
  return done ? { log: done.log, seq: done.seq } : requestOfCommand(db, key)
}

/** Whose key seals what is said about the request: the client's, or the branch's when no client is meant. */
function subjectOf({ db }: Books, command: ApprovableCommand, { branch }: Context): string {
  if ('branchId' in command && command.branchId) return command.branchId
  if ('loanId' in command) return loadLoan(db, command.loanId)?.clientId ?? branch.branchId
  const accountId = accountOf(db, command)
  return (accountId && loadSavingsAccount(db, accountId, null)?.clientId) || branch.branchId
}

/** The client account that a command moves; null when it moves none. */
function accountOf(db: Books['db'], command: ApprovableCommand): string | null {
  if ('accountId' in command) return command.accountId
  if (command.type === 'hold.capture') return holdById(db, command.holdId)?.accountId ?? null
  if (command.type !== 'operation.reverse') return null
  const moved = moneyMoved.safeParse(recordAt(db, command.record)?.record.body)
  return moved.success ? moved.data.accountId : null
}
