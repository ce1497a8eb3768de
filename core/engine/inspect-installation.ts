import type { StorageProblem } from '../query/session-answers.ts'
import type { InstallationFolder } from '../storage/installation-folder.ts'
import { deviceKeyFile } from './device-key.ts'
import { booksFile, type Installation } from './installation.ts'
import type { Keychain } from './keychain.ts'
import { keychainBoxOf, keyProblem, keyringFile, readKeyring } from './keyring.ts'
import { logHeadFile } from './log-head.ts'
import type { SessionState } from './session-state.ts'
import { finishStages } from './stage-installation.ts'

/**
 * What the folder holds, before anybody signs in: nothing, a whole installation, or one of which a part is missing. Nothing is
 * ever made good by guessing; only a founding that was cut off after its last file was safe is brought to its end.
 */
function inspectFolder(folder: InstallationFolder): SessionState {
  finishStages(folder)
  const [hasBooks, hasKeyring, hasDeviceKey] = [booksFile, keyringFile, deviceKeyFile].map(
    name => folder.sizeOf(name) > 0,
  )
  if (!hasBooks && !hasKeyring && !hasDeviceKey) return { name: 'no-institution' }
  if (!hasBooks) return unavailable('file-missing')
  if (!hasDeviceKey) return unavailable(keyProblem(folder, deviceKeyFile))
  if (!readKeyring(folder)) return unavailable(keyProblem(folder, keyringFile))
  if (folder.sizeOf(logHeadFile) === 0) return unavailable('head-missing')
  return { name: 'signed-out' }
}

const unavailable = (problem: StorageProblem): SessionState => ({ name: 'unavailable', problem, seen: 'outside' })

/** Looks again: at the lock, the files and the keychain. Called while nobody is signed in. */
export async function inspectInstallation({
  hold,
  folder,
  keychain,
}: Pick<Installation, 'hold' | 'folder' | 'keychain'>): Promise<SessionState> {
  const problem = hold()
  if (problem) return unavailable(problem)
  const state = inspectFolder(folder)
  if (state.name !== 'signed-out') return state
  return (await keychainSecretOf(folder, keychain)) === 'gone' ? unavailable('keychain-gone') : state
}

/** The keychain's secret of this installation: null where it never had one, `gone` where the keychain no longer gives it. */
export async function keychainSecretOf(
  folder: InstallationFolder,
  keychain: Keychain,
): Promise<Uint8Array | null | 'gone'> {
  const keyring = readKeyring(folder)
  const box = keyring && keychainBoxOf(keyring)
  if (!box) return null
  return (await revealed(keychain, box)) ?? 'gone'
}

/** A keychain that fails is a keychain that is gone: the person is told so and has the recovery code. */
export async function revealed(keychain: Keychain, box: Uint8Array): Promise<Uint8Array | null> {
  try {
    const secret = await keychain.reveal(box)
    return secret?.byteLength === 32 ? Uint8Array.from(secret) : null
  } catch {
    return null
  }
}
