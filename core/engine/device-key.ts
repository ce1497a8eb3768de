import type { OwnLog } from '../command/desk.ts'
import { deriveKey } from '../crypto/derive-key.ts'
import { logIdOf } from '../crypto/log-id.ts'
import { seal, unseal } from '../crypto/sealing.ts'
import { signerOf } from '../crypto/signing.ts'
import type { InstallationFolder } from '../storage/installation-folder.ts'

/** The seed of the installation's own log. It is in no backup: whoever restores a copy gets the books, not the signature. */
export const deviceKeyFile = 'device.key'

const purpose = 'nexum-device-key-1'

export const writeDeviceKey = (
  folder: InstallationFolder,
  databaseKey: Uint8Array,
  seed: Uint8Array,
  name: string = deviceKeyFile,
): void => folder.write(name, seal(deriveKey(databaseKey, purpose), seed, purpose))

/** The own log, ready to sign; null when the file is gone or belongs to another database. */
export function readDeviceKey(
  folder: InstallationFolder,
  databaseKey: Uint8Array,
  name: string = deviceKeyFile,
): OwnLog | null {
  const box = folder.read(name)
  const seed = box && unseal(deriveKey(databaseKey, purpose), box, purpose)
  if (!seed) return null
  const log = ownLogOf(seed)
  seed.fill(0)
  return log
}

export function ownLogOf(seed: Uint8Array): OwnLog {
  const signer = signerOf(seed)
  return { logId: logIdOf(signer.publicKey), signer, requestKey: deriveKey(seed, 'nexum-request-key-1') }
}
