import type { StorageProblem } from '../query/session-answers.ts'
import type { InstallationFolder } from '../storage/installation-folder.ts'
import { deviceKeyFile } from './device-key.ts'
import { booksFile, type Installation } from './installation.ts'
import { withKeychainSecret } from './keychain-secret.ts'
import { isOfFirstIssue, keyProblem, keyringFile, readKeyring } from './keyring.ts'
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
  const keyring = readKeyring(folder)
  if (!keyring) return unavailable(keyProblem(folder, keyringFile))
  if (folder.sizeOf(logHeadFile) === 0 && !isOfFirstIssue(keyring)) return unavailable('head-missing')
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
  const isGone = await withKeychainSecret({ folder, keychain }, secret => secret === 'gone')
  return isGone ? unavailable('keychain-gone') : state
}
