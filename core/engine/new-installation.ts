import { base64url, sameBytes } from '../crypto/hash.ts'
import { randomBytes } from '../crypto/random-bytes.ts'
import type { StorageProblem } from '../query/session-answers.ts'
import type { Refusal } from '../refusal.ts'
import type { Result } from '../result.ts'
import { type Books, openBooks } from '../storage/books.ts'
import type { InstallationFolder } from '../storage/installation-folder.ts'
import { attemptsFile, writeNoAttempts } from './attempts.ts'
import { inspectInstallation } from './inspect-installation.ts'
import { booksFile, type Installation } from './installation.ts'
import type { KeychainSecret } from './key-slot.ts'
import { revealed } from './keychain-secret.ts'
import { keyringFile, type Slot, writeKeyring } from './keyring.ts'
import { commitStage, type Stage } from './stage-installation.ts'
import { refusalOfProblem } from './translate-fault.ts'

/** What the slots of a new installation are sealed with. Whoever made it wipes it. */
export interface NewKeys {
  readonly databaseKey: Uint8Array
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

/** With the keychain's secret where there is a keychain that gives back what it took; without one otherwise. */
export async function newKeys({ keychain }: Installation): Promise<NewKeys> {
  const secret = randomBytes(32)
  const box = (await keychain.available()) ? await keychain.protect(secret) : null
  const back = box && (await revealed(keychain, box))
  const isKept = back !== null && sameBytes(back, secret)
  back?.fill(0)
  const kept = isKept ? { keychainSecret: secret, keychainBox: box } : { keychainSecret: null, keychainBox: null }
  return { databaseKey: randomBytes(32), ...kept }
}

export function wipeKeys({ databaseKey, keychainSecret }: NewKeys): void {
  for (const secret of [databaseKey, keychainSecret]) secret?.fill(0)
}

/** The books of a stage: until they are committed, the folder holds no installation. The file is its owner's alone. */
export function openStagedBooks(
  folder: InstallationFolder,
  stage: Stage,
  { databaseKey }: NewKeys,
): Result<Books, StorageProblem> {
  const name = `${stage}/${booksFile}`
  if (!folder.has(name)) folder.write(name, new Uint8Array())
  return openBooks({ file: folder.pathOf(name), key: databaseKey })
}

export function writeStagedKeyring(
  folder: InstallationFolder,
  stage: Stage,
  { keychainBox }: NewKeys,
  slots: readonly Slot[],
): void {
  const box = keychainBox ? { keychainBox: base64url(keychainBox) } : {}
  writeKeyring(folder, { v: 1, ...box, slots: [...slots] }, `${stage}/${keyringFile}`)
}

/** Lets the closed books and the keys beside them take their place together, or not at all. */
export function commitInstallation(folder: InstallationFolder, stage: Stage): void {
  writeNoAttempts(folder, `${stage}/${attemptsFile}`)
  folder.flush(`${stage}/${booksFile}`)
  commitStage(folder, stage)
}
