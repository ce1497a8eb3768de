import type { StorageProblem } from '../query/answers.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { admitWaiting } from '../storage/admit-waiting.ts'
import { type Books, openBooks } from '../storage/books.ts'
import { institutionRow, ownLog } from '../storage/reference.ts'
import { admitHeld } from '../sync/admit-held.ts'
import { createSyncClient, type SyncClient } from '../sync/client.ts'
import { readDeviceKey } from './device-key.ts'
import { booksFile, type Installation } from './installation.ts'
import type { OpenedKeys } from './open-keys.ts'
import type { OpenSession } from './session-state.ts'
import { dropStaleSlots, ownerRefusal } from './slot-standing.ts'
import { refusalOfProblem } from './translate-fault.ts'

/**
 * Opens the books with the keys and begins the person's session. A problem with the files makes the installation unavailable;
 * a slot that is no longer in force goes. Refuses: storage-unavailable, staff-unknown, staff-suspended, sign-in-refused.
 */
export function openSession(installation: Installation, person: OpenedKeys): Result<OpenSession, Refusal> {
  const databaseKey = Uint8Array.from(person.keys.databaseKey)
  const opened = openInstallationBooks(installation, databaseKey)
  if (!opened.ok) {
    databaseKey.fill(0)
    installation.session.enter({ name: 'unavailable', problem: opened.refusal, seen: 'inside' })
    return refuse(refusalOfProblem(opened.refusal))
  }
  try {
    const begun = beginSession(installation, person, { ...opened.value, databaseKey })
    if (!begun.ok) letGo(opened.value, databaseKey)
    return begun
  } catch (error) {
    letGo(opened.value, databaseKey)
    throw error
  }
}

function letGo({ books, log }: OpenedBooks, databaseKey: Uint8Array): void {
  for (const secret of [databaseKey, log.requestKey]) secret.fill(0)
  books.close()
}

function beginSession(
  installation: Installation,
  person: OpenedKeys,
  { books, log, databaseKey }: OpenedBooks & { readonly databaseKey: Uint8Array },
): Result<OpenSession, Refusal> {
  admitWaiting(books)
  admitHeld(books.db, installation.environment.now())
  dropStaleSlots(installation.folder, { books, log })
  const refusal = ownerRefusal({ books, log }, person)
  if (refusal) return refuse(refusal)
  const { owner } = person
  const sync = syncClientOf(installation, { books, log, staffId: owner.staffId })
  return ok({ ...owner, books, log, databaseKey, sync, cosigners: new Map() })
}

function syncClientOf(
  { environment, timekeeper, transport, changed }: Installation,
  { books, log, staffId }: Pick<OpenSession, 'books' | 'log' | 'staffId'>,
): SyncClient {
  const desk = { environment, log, staffId }
  return createSyncClient({ books, desk, transport, environment, onChange: changed, later: timekeeper.after })
}

type OpenedBooks = Pick<OpenSession, 'books' | 'log'>

/** The books and the own log that signs in them, or what is wrong with the files. */
function openInstallationBooks({ folder }: Installation, databaseKey: Uint8Array): Result<OpenedBooks, StorageProblem> {
  const log = readDeviceKey(folder, databaseKey)
  if (!log) return refuse('key-missing')
  const books = openBooks({ file: folder.pathOf(booksFile), key: databaseKey })
  if (!books.ok) return books
  const problem = problemWith(books.value, log.logId)
  if (!problem) return ok({ books: books.value, log })
  books.value.close()
  return refuse(problem)
}

function problemWith({ db }: Books, logId: string): StorageProblem | null {
  if (institutionRow(db) === null) return 'damaged-file'
  return ownLog(db)?.logId === logId ? null : 'key-missing'
}
