import type { StorageProblem } from '../query/session-answers.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { admitWaiting } from '../storage/admit-waiting.ts'
import { openBooks } from '../storage/books.ts'
import type { InstallationFolder } from '../storage/installation-folder.ts'
import { institutionRow, ownLog } from '../storage/reference.ts'
import { acknowledgedSeq } from '../storage/sync-state.ts'
import { admitHeld } from '../sync/admit-held.ts'
import { createSyncClient, type SyncClient } from '../sync/client.ts'
import { type AuditKeeper, auditKeeper } from './audit-keeper.ts'
import { renewAccess } from './change-database-key.ts'
import { deviceKeyFile, readDeviceKey } from './device-key.ts'
import { headKeeper } from './head-keeper.ts'
import { booksFile, type Installation } from './installation.ts'
import { isOfFirstIssue, keyProblem, readKeyring } from './keyring.ts'
import { headProblem } from './log-head.ts'
import type { OpenedKeys } from './open-keys.ts'
import type { OpenSession } from './session-state.ts'
import { ownerRefusal } from './slot-standing.ts'
import { refusalOfProblem } from './translate-fault.ts'

/**
 * Opens the books with the keys and begins the person's session. A problem with the files makes the installation unavailable;
 * a slot that is no longer in force goes. Refuses: storage-unavailable, staff-unknown, staff-suspended, sign-in-refused.
 */
export function openSession(installation: Installation, person: OpenedKeys): Result<OpenSession, Refusal> {
  const opened = openInstallationBooks(installation, person)
  if (!opened.ok) {
    installation.session.enter({ name: 'unavailable', problem: opened.refusal, seen: 'inside' })
    return refuse(refusalOfProblem(opened.refusal))
  }
  try {
    const begun = beginSession(installation, person, opened.value)
    if (!begun.ok) letGo(opened.value)
    return begun
  } catch (error) {
    letGo(opened.value)
    throw error
  }
}

type OpenedBooks = Pick<OpenSession, 'books' | 'log' | 'databaseKey'>

function letGo({ books, log, databaseKey }: OpenedBooks): void {
  for (const secret of [databaseKey, log.requestKey]) secret.fill(0)
  books.close()
}

function beginSession(
  installation: Installation,
  person: OpenedKeys,
  opened: OpenedBooks,
): Result<OpenSession, Refusal> {
  const { folder, timekeeper } = installation
  admitWaiting(opened.books)
  admitHeld(opened.books.db, installation.environment.now())
  renewAccess(folder, opened)
  const refusal = ownerRefusal(opened, person)
  if (refusal) return refuse(refusal)
  const { owner } = person
  const head = headKeeper({ folder, timekeeper, ...opened })
  head.keep()
  const kept = {
    ...owner,
    ...opened,
    head,
    staffNews: { hasCome: false },
    readings: new Set<() => void>(),
    verification: { progress: null },
    bulk: { newest: null },
    importing: { table: null },
    closing: { isRunning: false, isStopped: false, refusal: null },
  }
  const sync = syncClientOf(installation, kept)
  return ok({ ...kept, sync, audit: auditKeeperOf(installation, kept, sync), cosigners: new Map() })
}

type Kept = Omit<OpenSession, 'sync' | 'audit' | 'cosigners'>

function syncClientOf(
  { environment, timekeeper, transport, changed }: Installation,
  { books, log, staffId, head, staffNews }: Kept,
): SyncClient {
  const desk = { environment, log, staffId }
  const onChange = (topics: readonly string[]): void => {
    head.reach(acknowledgedSeq(books.db))
    if (topics.includes('staff')) staffNews.hasCome = true
    changed(topics)
  }
  return createSyncClient({ books, desk, transport, environment, onChange, later: timekeeper.after })
}

/** What goes into the journal is sent, and followed by the head, as every other record is. */
const auditKeeperOf = (
  { environment, timekeeper, session, changed }: Installation,
  { books, log, staffId, head }: Kept,
  sync: SyncClient,
): AuditKeeper =>
  auditKeeper({
    books,
    timekeeper,
    desk: { environment, log, staffId },
    changed: (topics, isRecorded) => {
      if (isRecorded) head.follow()
      if (isRecorded) sync.wake()
      if (session.open()) changed(topics)
    },
  })

/**
 * The books, the key that they are under and the own log that signs in them, or what is wrong with the files. Where a change of the
 * key was cut off the person's slot has two, of which one opens the books.
 */
function openInstallationBooks(installation: Installation, person: OpenedKeys): Result<OpenedBooks, StorageProblem> {
  let opened: Result<OpenedBooks, StorageProblem> = refuse('key-missing')
  for (const databaseKey of person.keys.databaseKeys) {
    opened = openUnder(installation, person, Uint8Array.from(databaseKey))
    if (opened.ok || opened.refusal !== 'damaged-file') break
  }
  return opened
}

function openUnder(
  { folder }: Installation,
  person: OpenedKeys,
  databaseKey: Uint8Array,
): Result<OpenedBooks, StorageProblem> {
  const log = readDeviceKey(folder, databaseKey)
  if (!log) return refuse(keyProblem(folder, deviceKeyFile))
  const books = openBooks({ file: folder.pathOf(booksFile), key: databaseKey })
  if (!books.ok) return books
  const opened = { books: books.value, log, databaseKey }
  const problem = problemWith(folder, person, opened)
  if (!problem) return ok(opened)
  letGo(opened)
  return refuse(problem)
}

/**
 * Who has the recovery code vouches for books whose head is missing: the session keeps a new one, as that after the first issue, which
 * kept none, does. Rules: A52, A53, A66.
 */
function problemWith(
  folder: InstallationFolder,
  { openedWith }: OpenedKeys,
  { books: { db }, log }: OpenedBooks,
): StorageProblem | null {
  if (institutionRow(db) === null) return 'damaged-file'
  if (ownLog(db)?.logId !== log.logId) return 'key-unreadable'
  const problem = headProblem(folder, log, db)
  if (problem !== 'head-missing') return problem
  const keyring = readKeyring(folder)
  return openedWith === 'recovery-code' || (keyring && isOfFirstIssue(keyring)) ? null : problem
}
