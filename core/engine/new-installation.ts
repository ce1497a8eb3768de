import { base64url } from '../crypto/hash.ts'
import { randomBytes } from '../crypto/random-bytes.ts'
import { generateSigningKey } from '../crypto/signing.ts'
import type { StorageProblem } from '../query/answers.ts'
import type { Refusal } from '../refusal.ts'
import type { Result } from '../result.ts'
import { type Books, openBooks } from '../storage/books.ts'
import type { InstallationFolder } from '../storage/installation-folder.ts'
import { deviceKeyFile, writeDeviceKey } from './device-key.ts'
import { inspectInstallation } from './inspect-installation.ts'
import { booksFile, type Installation } from './installation.ts'
import type { KeychainSecret } from './key-slot.ts'
import { keyringFile, type Slot, writeKeyring } from './keyring.ts'
import { commitFounding, stageFounding, stagingFolder } from './stage-founding.ts'
import { refusalOfProblem } from './translate-fault.ts'

/** The keys that a new installation is made with. Whoever made them wipes them. */
export interface NewKeys {
  readonly databaseKey: Uint8Array
  readonly logSeed: Uint8Array
  readonly keychainSecret: KeychainSecret
  readonly keychainBox: Uint8Array | null
}

/** Null when this folder is free for a new installation; otherwise why it is not. */
export async function occupiedRefusal(installation: Installation): Promise<Refusal | null> {
  const { session } = installation
  if (session.state().name === 'unavailable') session.enter(await inspectInstallation(installation))
  const state = session.state()
  if (state.name === 'unavailable') return refusalOfProblem(state.problem)
  return state.name === 'no-institution' ? null : { type: 'institution-exists' }
}

export async function newKeys({ keychain }: Installation): Promise<NewKeys> {
  const secret = randomBytes(32)
  const keychainBox = (await keychain.available()) ? await keychain.protect(secret) : null
  return {
    databaseKey: randomBytes(32),
    logSeed: generateSigningKey().seed,
    keychainSecret: keychainBox ? secret : null,
    keychainBox,
  }
}

export function wipeKeys({ databaseKey, logSeed, keychainSecret }: NewKeys): void {
  for (const secret of [databaseKey, logSeed, keychainSecret]) secret?.fill(0)
}

const staged = (name: string): string => `${stagingFolder}/${name}`

/** Empty books, aside: until they are committed, the folder holds no installation. */
export function openStagedBooks(folder: InstallationFolder, { databaseKey }: NewKeys): Result<Books, StorageProblem> {
  stageFounding(folder)
  return openBooks({ file: folder.pathOf(staged(booksFile)), key: databaseKey })
}

/** Closes the books, puts the keys beside them, and lets all take their place together, or none. */
export function commitStagedBooks(
  folder: InstallationFolder,
  books: Books,
  keys: NewKeys,
  slots: readonly Slot[],
): void {
  const { databaseKey, logSeed, keychainBox } = keys
  books.close()
  for (const name of folder.list(stagingFolder)) folder.flush(staged(name))
  writeDeviceKey(folder, databaseKey, logSeed, staged(deviceKeyFile))
  const box = keychainBox ? { keychainBox: base64url(keychainBox) } : {}
  writeKeyring(folder, { v: 1, ...box, slots: [...slots] }, staged(keyringFile))
  commitFounding(folder)
}

/** Does work on staged books; where it fails they are closed, so that nothing holds the files of a founding that never was. */
export function closingOnFault(books: Books, work: () => void): void {
  try {
    work()
  } catch (error) {
    books.close()
    throw error
  }
}
