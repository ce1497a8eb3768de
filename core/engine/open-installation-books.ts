import type { StorageProblem } from '../query/session-answers.ts'
import { ok, type Result, refuse } from '../result.ts'
import { openBooks } from '../storage/books.ts'
import type { InstallationFolder } from '../storage/installation-folder.ts'
import { institutionRow, ownLog } from '../storage/reference.ts'
import { deviceKeyFile, readDeviceKey } from './device-key.ts'
import { booksFile, type Installation } from './installation.ts'
import { isOfFirstIssue, keyProblem, readKeyring } from './keyring.ts'
import { headProblem } from './log-head.ts'
import type { OpenedKeys } from './open-keys.ts'
import type { OpenSession } from './session-state.ts'

/** The books of this installation, open, before anybody's session. */
export type OpenedBooks = Pick<OpenSession, 'books' | 'log' | 'databaseKey'>

export function letGo({ books, log, databaseKey }: OpenedBooks): void {
  for (const secret of [databaseKey, log.requestKey]) secret.fill(0)
  books.close()
}

/**
 * The books, the key that they are under and the own log that signs in them, or what is wrong with the files. Where a change of the
 * key was cut off the person's slot has two, of which one opens the books.
 */
export function openInstallationBooks(
  installation: Installation,
  person: OpenedKeys,
): Result<OpenedBooks, StorageProblem> {
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
