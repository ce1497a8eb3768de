import { statSync } from 'node:fs'
import path from 'node:path'
import type { Signer } from '../crypto/signing.ts'
import { booksFile } from '../engine/installation.ts'
import { type KeyBundle, wipeBundle } from '../engine/key-bundle.ts'
import { openRecoverySlot } from '../engine/key-slot.ts'
import { codesOf, type Keyring, passphraseSlotsOf, readKeyring, recoverySlotOf } from '../engine/keyring.ts'
import { openWithPassphrase } from '../engine/open-keys.ts'
import { ok, type Result, refuse } from '../result.ts'
import { type Books, type BooksFile, type BooksProblem, openBooks, readBooks } from '../storage/books.ts'
import { openInstallationFolder } from '../storage/installation-folder.ts'
import { takeInstanceLock } from '../storage/instance-lock.ts'
import { ask, askPassphrase } from './ask.ts'
import { deviceSigner } from './device-signer.ts'

export interface OpenedAtTerminal {
  readonly books: Books
  readonly file: string
  readonly code: string
  /** Null where the installation's key is not beside the books. */
  readonly signer: Signer | null
}

const because: Readonly<Record<BooksProblem, string>> = {
  'damaged-file': 'The file is damaged at its beginning, or it belongs to another keyring.',
  'newer-version': 'The file was written by a later version of Nexum Branch. Use that version to check it.',
  'not-writable':
    'The file cannot be read here, or an older version of Nexum Branch wrote it: open it in the application first.',
  'disk-full': 'The disk is full: SQLite needs a little room beside the file, also for reading.',
  'second-instance': 'Nexum Branch, or another program, is working with the file right now. Close it and try again.',
}

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
  const keys = await openKeyring(keyring, code, await askPassphrase(code))
  if (!keys.ok) return keys
  const books = openUnderEither(file, keys.value.databaseKeys, openFile)
  const signer = deviceSigner(path.dirname(file), keys.value.databaseKeys)
  wipeBundle(keys.value)
  return books.ok ? ok({ books: books.value, file, code, signer }) : refuse(because[books.refusal])
}

/** The application was cut off while it changed the key of the books: they are under one of the two. */
function openUnderEither(file: string, keys: readonly Uint8Array[], openFile: OpenFile): Result<Books, BooksProblem> {
  let books: Result<Books, BooksProblem> = refuse('damaged-file')
  for (const key of keys) {
    books = openFile({ file, key })
    if (books.ok || books.refusal !== 'damaged-file') break
  }
  return books
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

async function openKeyring(keyring: Keyring, code: string, passphrase: string): Promise<Result<KeyBundle, string>> {
  const slots = passphraseSlotsOf(keyring, code)
  const readable = slots.filter(({ needsKeychain }) => !needsKeychain)
  const recovery = recoverySlotOf(keyring, code)
  const keys =
    (recovery && openRecoverySlot(recovery, passphrase)) ?? (await openWithPassphrase(readable, passphrase, null))?.keys
  if (keys) return ok(keys)
  return slots.length > readable.length
    ? refuse(
        'Passphrases work only in the application on this computer, which holds the other half of the key. Use the recovery code.',
      )
    : refuse(`This passphrase does not open the books for ${code}.`)
}
