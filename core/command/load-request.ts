import type { RequestState } from '../approvals/request-approval.ts'
import type { Context } from '../decision/context.ts'
import type { RecordRef } from '../journal/record.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result } from '../result.ts'
import { savingsCashMoved } from '../savings/savings-records.ts'
import { requestOfCommand } from '../storage/approvals.ts'
import type { Books } from '../storage/books.ts'
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
  if (command.type === 'journal.post' || command.type === 'recurring-journal.save')
    return command.branchId ?? branch.branchId
  if (command.type === 'drawer.close') return branch.branchId
  const accountId = command.type === 'operation.reverse' ? accountOf(db, command.record) : command.accountId
  return (accountId && loadSavingsAccount(db, accountId, null)?.clientId) || branch.branchId
}

function accountOf(db: Books['db'], record: CommandOf<'operation.reverse'>['record']): string | null {
  const body = savingsCashMoved.safeParse(recordAt(db, record)?.record.body)
  return body.success ? body.data.accountId : null
}
