import { present } from '../../../core/assert.ts'
import { booksFile } from '../../../core/engine/installation.ts'
import { passphraseSlotsOf, readKeyring } from '../../../core/engine/keyring.ts'
import { openWithPassphrase } from '../../../core/engine/open-keys.ts'
import { type Books, openBooks } from '../../../core/storage/books.ts'
import { openInstallationFolder } from '../../../core/storage/installation-folder.ts'
import { type Code, passphrases } from './made-engine.ts'

/** The books of an installation themselves, beside its engine or without it, under the key that a person's slot gives. */
export async function booksOfEngine(directory: string, code: Code = 'OFF1'): Promise<Books> {
  const folder = openInstallationFolder(directory)
  const keyring = present(readKeyring(folder), 'the keyring is there')
  const person = await openWithPassphrase(passphraseSlotsOf(keyring, code), passphrases[code], null)
  const opened = openBooks({ file: folder.pathOf(booksFile), key: person?.keys.databaseKeys[0] ?? null })
  if (!opened.ok) throw new Error(opened.refusal)
  return opened.value
}
