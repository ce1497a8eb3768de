import { requestApproval } from '../approvals/request-approval.ts'
import { auditVerbs } from './audit-verbs.ts'
import { calendarVerbs } from './calendar-verbs.ts'
import { cashLimitVerbs } from './cash-limit-verbs.ts'
import { cashVerbs } from './cash-verbs.ts'
import { clientVerbs } from './client-verbs.ts'
import { closeOfBusinessVerbs } from './close-of-business-verbs.ts'
import type { CommandOf, JournalCommand } from './command.ts'
import { correctionVerbs } from './correction-verbs.ts'
import { decideApproval } from './decide-approval.ts'
import { deviceVerbs } from './device-verbs.ts'
import { exchangeVerbs } from './exchange-verbs.ts'
import { groupVerbs } from './group-verbs.ts'
import { institutionVerbs } from './institution-verbs.ts'
import { ledgerVerbs } from './ledger-verbs.ts'
import { loadRequest } from './load-request.ts'
import { loanVerbs } from './loan-verbs.ts'
import { productVerbs } from './product-verbs.ts'
import { provisionVerbs } from './provision-verbs.ts'
import { savingsVerbs } from './savings-verbs.ts'
import { transferVerbs } from './transfer-verbs.ts'
import { dayVerb, type Verb } from './verb.ts'

/**
 * Every journal command with its permission, its state, its limit and its decision: the program's whole table of contents. The verbs
 * of a domain stand in a file of their own; here are those that decide over other commands.
 */
export const verbs: { readonly [T in JournalCommand['type']]: Verb<CommandOf<T>> } = {
  ...cashVerbs,
  ...transferVerbs,
  ...cashLimitVerbs,
  ...calendarVerbs,
  ...exchangeVerbs,
  ...clientVerbs,
  ...groupVerbs,
  ...savingsVerbs,
  ...loanVerbs,
  ...closeOfBusinessVerbs,
  ...correctionVerbs,
  ...institutionVerbs,
  ...deviceVerbs,
  ...ledgerVerbs,
  ...productVerbs,
  ...provisionVerbs,
  ...auditVerbs,
  'approval.request': dayVerb({
    recordType: 'approval.requested',
    permission: 'read',
    load: loadRequest(command => verbOf(command)),
    decide: requestApproval,
  }),
  'approval.decide': decideApproval(command => verbOf(command)),
}

/** The verb of a command, typed for the command at hand, with the permission that this very command needs. */
export function verbOf(command: JournalCommand): Verb {
  const verb = verbs[command.type] as unknown as Verb
  return verb.permissionOf ? { ...verb, permission: verb.permissionOf(command) } : verb
}
