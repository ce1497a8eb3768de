import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { admitWaiting } from '../storage/admit-waiting.ts'
import { acknowledgedSeq } from '../storage/sync-state.ts'
import { admitHeld } from '../sync/admit-held.ts'
import { createSyncClient, type SyncClient } from '../sync/client.ts'
import { type AuditKeeper, auditKeeper } from './audit-keeper.ts'
import { renewAccess } from './change-database-key.ts'
import { headKeeper } from './head-keeper.ts'
import type { Installation } from './installation.ts'
import { meetInBackground } from './meet-fault.ts'
import { letGo, type OpenedBooks, openInstallationBooks } from './open-installation-books.ts'
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

function beginSession(
  installation: Installation,
  person: OpenedKeys,
  opened: OpenedBooks,
): Result<OpenSession, Refusal> {
  const { folder, timekeeper } = installation
  const onFault = (fault: unknown): void => meetInBackground(installation, fault)
  admitWaiting(opened.books)
  admitHeld(opened.books.db, installation.environment.now())
  const refusal = ownerRefusal(opened, person)
  if (refusal) return refuse(refusal)
  const { owner } = person
  renewAccess(folder, { ...opened, staffId: owner.staffId })
  const head = headKeeper({ folder, timekeeper, ...opened, onFault })
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

function syncClientOf(installation: Installation, { books, log, staffId, head, staffNews }: Kept): SyncClient {
  const { environment, timekeeper, transport, changed } = installation
  const desk = { environment, log, staffId }
  const onChange = (topics: readonly string[]): void => {
    head.reach(acknowledgedSeq(books.db))
    if (topics.includes('staff')) staffNews.hasCome = true
    changed(topics)
  }
  const onFault = (fault: unknown): void => meetInBackground(installation, fault)
  return createSyncClient({ books, desk, transport, environment, onChange, onFault, later: timekeeper.after })
}

/** What goes into the journal is sent, and followed by the head, as every other record is. */
const auditKeeperOf = (
  installation: Installation,
  { books, log, staffId, head }: Kept,
  sync: SyncClient,
): AuditKeeper => {
  const { environment, timekeeper, session, changed } = installation
  return auditKeeper({
    books,
    timekeeper,
    desk: { environment, log, staffId },
    changed: (topics, isRecorded) => {
      if (isRecorded) head.follow()
      if (isRecorded) sync.wake()
      if (session.open()) changed(topics)
    },
    onFault: fault => meetInBackground(installation, fault),
  })
}
