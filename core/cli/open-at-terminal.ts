import { statSync } from 'node:fs'
import path from 'node:path'
import type { OwnLog } from '../command/desk.ts'
import { base64url } from '../crypto/hash.ts'
import { signerOf } from '../crypto/signing.ts'
import { booksFile } from '../engine/installation.ts'
import { wipeBundle } from '../engine/key-bundle.ts'
import { openRecoverySlot } from '../engine/key-slot.ts'
import { codesOf, type Keyring, passphraseSlotsOf, readKeyring, recoverySlotOf } from '../engine/keyring.ts'
import { type OpenedKeys, openWithPassphrase } from '../engine/open-keys.ts'
import type { KeyOfPerson } from '../engine/slot-standing.ts'
import { terminalNoter } from '../engine/terminal-notes.ts'
import { ok, type Result, refuse } from '../result.ts'
import { type Books, type BooksFile, type BooksProblem, openBooks, readBooks } from '../storage/books.ts'
import { openInstallationFolder } from '../storage/installation-folder.ts'
import { takeInstanceLock } from '../storage/instance-lock.ts'
import { ask, askPassphrase } from './ask.ts'
import { deviceLog } from './device-log.ts'

export interface OpenedAtTerminal {
  readonly books: Books
  readonly file: string
  readonly code: string
  /** Who opened them. Whether they work here, and may do what they came for, is for the caller to ask. */
  readonly person: KeyOfPerson & Pick<OpenedKeys, 'openedWith'>
  /** Null where the installation's key is not beside the books. */
  readonly log: OwnLog | null
  /** Keeps beside the books what was done with them, for the audit trail of the next sign-in; false where nothing can be written. */
  readonly note: (kind: 'verified' | 'exported', what: string) => boolean
}

const because: Readonly<Record<BooksProblem, string>> = {
  'damaged-file': 'The file is damaged at its beginning, or it belongs to another keyring.',
  'newer-version': 'The file was written by a later version of Nexum Branch. Use that version to check it.',
  'not-writable':
    'The file cannot be read here, or an older version of Nexum Branch wrote it: open it in the application first.',
  'disk-full': 'The disk is full: SQLite needs a little room beside the file, also for reading.',
  'second-instance': 'Nexum Branch, or another program, is working with the file right now. Close it and try again.',
}

/** Said, so that nobody takes it for noted. */
export const notNoted =
  'NOT NOTED in the audit trail: nothing can be written beside the books, which may be a copy on another medium.'

type OpenFile = (books: BooksFile) => Result<Books, BooksProblem>

/** Opens the books at a path for reading only, with the slot of one person. Refuses in words for a terminal. */
export const openForReading = (given: string, staff: string | null): Promise<Result<OpenedAtTerminal, string>> =>
  open(given, staff, readBooks)

/** Opens them to be changed, while no engine works in their folder and none can begin to. */
export const openAlone = (given: string, staff: string | null): Promise<Result<OpenedAtTerminal, string>> =>
  open(given, staff, openLocked)

function openLocked(given: BooksFile): Result<Books, BooksProblem> {
  const lock = takeInstanceLock(path.dirname(given.file))
  if (!lock.ok) return lock
  const books = openBooks(given)
  const { release } = lock.value
  if (!books.ok) {
    release()
    return books
  }
  const { db, close } = books.value
  return ok({
    db,
    close: () => {
      close()
      release()
    },
  })
}

async function open(
  given: string,
  staff: string | null,
  openFile: OpenFile,
): Promise<Result<OpenedAtTerminal, string>> {
  const file = fileAt(given)
  if (!file) return refuse(`There are no books at ${given}.`)
  const keyring = readKeyring(openInstallationFolder(path.dirname(file)))
  if (!keyring) return refuse('The keyring (keyring.json) that belongs beside the file is missing or damaged.')
  const code = staff ?? (await chooseCode(keyring))
  if (!code) return refuse(`Say with --staff whose passphrase opens the books: ${codesOf(keyring).join(', ')}.`)
  const opened = await openKeyring(keyring, code, await askPassphrase(code))
  if (!opened.ok) return opened
  const { owner, keys, openedWith } = opened.value
  const books = openUnderEither(file, keys.databaseKeys, openFile)
  const log = deviceLog(path.dirname(file), keys.databaseKeys)
  const person = { staffId: owner.staffId, publicKey: base64url(signerOf(keys.seed).publicKey), openedWith }
  wipeBundle(keys)
  if (!books.ok) return refuse(because[books.refusal])
  const note = noting(file, owner.staffId, books.value.write)
  return ok({ books: books.value.books, file, code, person, log, note })
}

type WriteNote = ReturnType<typeof terminalNoter>

/** Books on a medium that cannot be written, or a disk that is full, are read all the same. Rule: U8. */
const noting =
  (file: string, staff: string, write: WriteNote): OpenedAtTerminal['note'] =>
  (kind, what) => {
    try {
      write(openInstallationFolder(path.dirname(file)), { staff, at: new Date().toISOString(), kind, what })
      return true
    } catch (error) {
      if (!isOfFiles(error)) throw error
      return false
    }
  }

const isOfFiles = (error: unknown): boolean => error instanceof Error && 'syscall' in error

interface OpenedFile {
  readonly books: Books
  readonly write: WriteNote
}

/** The application was cut off while it changed the key of the books: they are under one of the two. */
function openUnderEither(
  file: string,
  keys: readonly Uint8Array[],
  openFile: OpenFile,
): Result<OpenedFile, BooksProblem> {
  let problem: BooksProblem = 'damaged-file'
  for (const key of keys) {
    const books = openFile({ file, key })
    if (books.ok) return ok({ books: books.value, write: terminalNoter(key) })
    problem = books.refusal
    if (problem !== 'damaged-file') break
  }
  return refuse(problem)
}

function fileAt(given: string): string | null {
  const found = statSync(given, { throwIfNoEntry: false })
  if (!found?.isDirectory()) return found ? given : null
  const inside = path.join(given, booksFile)
  return statSync(inside, { throwIfNoEntry: false }) ? inside : null
}

async function chooseCode(keyring: Keyring): Promise<string | null> {
  const codes = codesOf(keyring)
  return codes.length === 1 ? (codes[0] ?? null) : ask(`Staff code (${codes.join(', ')}): `)
}

async function openKeyring(keyring: Keyring, code: string, passphrase: string): Promise<Result<OpenedKeys, string>> {
  const slots = passphraseSlotsOf(keyring, code)
  const readable = slots.filter(({ needsKeychain }) => !needsKeychain)
  const opened = openWithCode(keyring, code, passphrase) ?? (await openWithPassphrase(readable, passphrase, null))
  if (opened && opened.keys.databaseKeys.length === 0) {
    wipeBundle(opened.keys)
    return refuse('This recovery code was replaced: it opens no books any more.')
  }
  if (opened) return ok(opened)
  return slots.length > readable.length
    ? refuse(
        'Passphrases work only in the application on this computer, which holds the other half of the key. Use the recovery code.',
      )
    : refuse(`This passphrase does not open the books for ${code}.`)
}

function openWithCode(keyring: Keyring, code: string, text: string): OpenedKeys | null {
  const slot = recoverySlotOf(keyring, code)
  const keys = slot ? openRecoverySlot(slot, text) : null
  return slot && keys ? { owner: { code, staffId: slot.staffId }, keys, openedWith: slot.opensWith } : null
}
