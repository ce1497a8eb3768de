import { expect } from 'vitest'
import { present } from '../../../core/assert.ts'
import { wipeBundle } from '../../../core/engine/key-bundle.ts'
import { openSlot } from '../../../core/engine/key-slot.ts'
import { passphraseSlotsOf, readKeyring } from '../../../core/engine/keyring.ts'
import { type Books, readBooks } from '../../../core/storage/books.ts'
import { openInstallationFolder } from '../../../core/storage/installation-folder.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import type { TestEngine } from './made-engine.ts'

/** Proves the closed files of an installation as `npm run verify` does, and counts its operations. */
export async function expectProven(
  { directory, engine }: Pick<TestEngine, 'directory' | 'engine'>,
  code: string,
  passphrase: string,
): Promise<number> {
  await engine.close()
  const books = present(await booksOpenedBy(directory, code, passphrase), 'the slot opens the books')
  const { counts } = expectBooksToBalance({ books })
  const batches = Number(books.db.prepare('SELECT count(*) FROM audit_seal').pluck().get())
  books.close()
  expect(counts.records).toBeGreaterThan(0)
  return counts.records - batches
}

/** The books at `directory`, opened with a slot of the keyring there or of an older copy; null when it does not open them. */
export async function booksOpenedBy(
  directory: string,
  code: string,
  passphrase: string,
  keyringName?: string,
): Promise<Books | null> {
  const folder = openInstallationFolder(directory)
  const keyring = present(readKeyring(folder, keyringName), 'there is a keyring')
  for (const slot of passphraseSlotsOf(keyring, code)) {
    const keys = await openSlot(slot, passphrase, null)
    const opened = (keys?.databaseKeys ?? []).map(key => readBooks({ file: folder.pathOf('branch.db'), key }))
    if (keys) wipeBundle(keys)
    for (const books of opened) if (books.ok) return books.value
  }
  return null
}
