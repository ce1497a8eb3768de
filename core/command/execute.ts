import { assert } from '../assert.ts'
import type { Context } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import { jsonText } from '../journal/json-text.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { append } from '../storage/append.ts'
import { requestOfCommand } from '../storage/approvals.ts'
import type { Books } from '../storage/books.ts'
import { inTransaction } from '../storage/in-transaction.ts'
import { recordByKey, type StoredRecord } from '../storage/records.ts'
import { authorize } from './authorize.ts'
import type { JournalCommand } from './command.ts'
import type { Desk } from './desk.ts'
import { loadContext } from './load-context.ts'
import type { Outcome } from './outcome.ts'
import { outcomeOf } from './outcome-of.ts'
import { requestHashOf } from './request-hash.ts'
import { sealRecord } from './seal-record.ts'
import { topicsOf } from './topics-of.ts'
import { verbOf } from './verbs.ts'

/** An outcome with the places that it changed; a replayed outcome changed nothing. */
export interface Executed {
  readonly outcome: Outcome
  readonly topics: readonly string[]
}

/**
 * The only way to change the books, for people, jobs and demonstrations. In one synchronous transaction: a known key gives its
 * outcome again (or `key-reused`, naming the field that differs); then authority, then the verb's decision, then one record is
 * sealed, appended and projected. A refusal leaves nothing behind. The command has been parsed by its schema. Rules: J1 to J6.
 */
export function executeJournalCommand(books: Books, desk: Desk, command: JournalCommand): Result<Executed, Refusal> {
  return inTransaction(books.db, () => executeInTransaction(books, desk, command))
}

/** One of the commands of a transaction that the caller holds and, when it is refused, takes back as far as this command goes. */
export function executeInTransaction(books: Books, desk: Desk, command: JournalCommand): Result<Executed, Refusal> {
  const requestHash = requestHashOf(desk.log, command)
  const known = recordByKey(books.db, command.key)
  if (known) return knownOutcome(books, command, requestHash, known)
  const waits = requestOfCommand(books.db, command.key)
  if (waits) return refuse({ type: 'key-reused', field: 'request', record: waits })
  const context = loadContext(books, desk)
  const decision = decideNow(books, command, context)
  if (!decision.ok) return decision
  return ok(
    appendDecision(books, desk, context, decision.value, {
      key: command.key,
      requestHash,
    }),
  )
}

/** Authority and decision without any effect: what `execute` would do or refuse at this moment. */
export function decideNow(books: Books, command: JournalCommand, context: Context): Result<Decision, Refusal> {
  const verb = verbOf(command)
  const permitted = authorize(verb, context)
  return permitted.ok ? verb.decide(books, command, context) : permitted
}

export function appendDecision(
  { db }: Books,
  desk: Desk,
  context: Context,
  decision: Decision,
  identity: { readonly key: string; readonly requestHash: string },
): Executed {
  assert(db.inTransaction, 'a record is appended inside the transaction that decided it')
  const signed = sealRecord(db, desk, context, decision, identity)
  const position = append(db, context.device.logNo, signed)
  const outcome = outcomeOf(db, { ...signed.record, ...signed, position }, false)
  const created = { ...outcome.created, ...decision.revealed }
  return { outcome: { ...outcome, created }, topics: topicsOf(signed.record) }
}

function knownOutcome(
  { db }: Books,
  command: JournalCommand,
  requestHash: string,
  known: StoredRecord,
): Result<Executed, Refusal> {
  const { record } = known
  if (record.requestHash === requestHash) return ok({ outcome: outcomeOf(db, known, true), topics: [] })
  const ref = { log: record.log, seq: record.seq }
  return refuse({
    type: 'key-reused',
    field: differingField(command, known),
    record: ref,
  })
}

/** The first field of the request that the known record contradicts; `request` where the record does not keep the field. */
function differingField(command: JournalCommand, { record }: StoredRecord): string {
  const recordType = verbOf(command).recordType
  if (record.type !== recordType && command.type !== 'approval.decide') return 'type'
  const fields = Object.entries(command).filter(([name]) => name in record.body)
  return fields.find(([name, value]) => jsonText(value) !== jsonText(record.body[name]))?.[0] ?? 'request'
}

export const outcomeByKey = ({ db }: Books, key: string): Outcome | null => {
  const known = recordByKey(db, key)
  return known && outcomeOf(db, known, true)
}
