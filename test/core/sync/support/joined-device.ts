import { type JournalCommand, journalCommandSchema } from '../../../../core/command/command.ts'
import type { Desk } from '../../../../core/command/desk.ts'
import { executeJournalCommand } from '../../../../core/command/execute.ts'
import { openLog } from '../../../../core/command/found.ts'
import type { Outcome } from '../../../../core/command/outcome.ts'
import type { Refusal } from '../../../../core/refusal.ts'
import type { Result } from '../../../../core/result.ts'
import { type Books, openBooks } from '../../../../core/storage/books.ts'
import { inTransaction } from '../../../../core/storage/in-transaction.ts'
import { createSyncClient, type SyncClient } from '../../../../core/sync/client.ts'
import { httpTransport } from '../../../../core/sync/http-transport.ts'
import { joinInstitution } from '../../../../core/sync/join-institution.ts'
import type { OpenTransport } from '../../../../core/sync/transport.ts'
import { ownLogOf } from '../../../support/branch.ts'
import { type TestEnvironment, testEnvironment } from '../../../support/deterministic-environment.ts'
import { madeBooks } from '../../../support/made-books.ts'

export interface JoinedDevice {
  readonly books: Books
  readonly desk: Desk
  readonly environment: TestEnvironment
  readonly client: SyncClient
  readonly ask: (command: Record<string, unknown>) => Result<Outcome, Refusal>
  readonly must: (command: Record<string, unknown>) => Readonly<Record<string, string>>
}

export interface JoinOptions {
  readonly serverUrl: string
  readonly invitation: string
  readonly seed: string
  readonly open?: OpenTransport
  /** The key that the first record names, and whose it says that it is: the invited person's, if nobody is named. */
  readonly staffKey?: Uint8Array
  readonly claimedStaffId?: string
}

/** A second installation, joined by invitation: its books come from the server, its first record opens its own log. */
export async function joinedDevice({
  serverUrl,
  invitation,
  seed,
  open = httpTransport,
  staffKey,
  claimedStaffId,
}: JoinOptions): Promise<JoinedDevice> {
  const environment = testEnvironment(seed)
  const opened = openBooks({ file: ':memory:', key: null })
  if (!opened.ok) throw new Error(opened.refusal)
  const books = opened.value
  madeBooks.add(books)
  const log = ownLogOf(environment.randomBytes(32))
  const { signal } = new AbortController()
  const joined = await joinInstitution({ books, log, open, serverUrl, invitation, now: environment.now, signal })
  if (!joined.ok) throw new Error(JSON.stringify(joined.refusal))
  const desk: Desk = { environment, log, staffId: claimedStaffId ?? joined.value.staffId }
  inTransaction(books.db, () => {
    openLog(books, desk, { ...joined.value, now: environment.now(), ...(staffKey ? { staffKey } : {}) })
    return { ok: true, value: null }
  })
  const client = createSyncClient({
    books,
    desk,
    transport: open,
    environment,
    onChange: () => undefined,
    onFault: () => undefined,
  })
  const ask = (command: Record<string, unknown>): Result<Outcome, Refusal> => {
    const parsed = journalCommandSchema.parse({ key: environment.newId(), ...command }) as JournalCommand
    const executed = executeJournalCommand(books, desk, parsed)
    return executed.ok ? { ok: true, value: executed.value.outcome } : executed
  }
  const must = (command: Record<string, unknown>) => {
    const asked = ask(command)
    if (!asked.ok) throw new Error(`${String(command.type)}: ${asked.refusal.type}`)
    return asked.value.created
  }
  return { books, desk, environment, client, ask, must }
}
