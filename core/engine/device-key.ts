import type { OwnLog } from '../command/desk.ts'
import { deriveKey } from '../crypto/derive-key.ts'
import { joinBytes } from '../crypto/hash.ts'
import { logIdOf } from '../crypto/log-id.ts'
import { seal, unseal } from '../crypto/sealing.ts'
import { signerOf } from '../crypto/signing.ts'
import type { InstallationFolder } from '../storage/installation-folder.ts'

/** The seed of the installation's own log. It is in no backup: whoever restores a copy gets the books, not the signature. */
export const deviceKeyFile = 'device.key'

const purpose = 'nexum-device-key-1'
/** iv || seed || tag */
const boxBytes = 12 + 32 + 16

/** The seed in one box a database key, so that either opens it while the key of the books is being changed. */
export function writeDeviceKey(
  folder: InstallationFolder,
  databaseKeys: readonly Uint8Array[],
  seed: Uint8Array,
  name: string = deviceKeyFile,
): void {
  folder.write(name, joinBytes(...databaseKeys.map(key => seal(deriveKey(key, purpose), seed, purpose))))
}

/** Seals the seed, which `databaseKeys` has opened until now, to these keys instead. False when the file is not this database's. */
export function resealDeviceKey(
  folder: InstallationFolder,
  databaseKey: Uint8Array,
  databaseKeys: readonly Uint8Array[],
): boolean {
  const seed = readSeed(folder, databaseKey, deviceKeyFile)
  if (!seed) return false
  writeDeviceKey(folder, databaseKeys, seed)
  seed.fill(0)
  return true
}

/** The own log, ready to sign; null when the file is gone or belongs to another database. */
export function readDeviceKey(
  folder: InstallationFolder,
  databaseKey: Uint8Array,
  name: string = deviceKeyFile,
): OwnLog | null {
  const seed = readSeed(folder, databaseKey, name)
  if (!seed) return null
  const log = ownLogOf(seed)
  seed.fill(0)
  return log
}

function readSeed(folder: InstallationFolder, databaseKey: Uint8Array, name: string): Uint8Array | null {
  const boxes = folder.read(name)
  if (!boxes || boxes.byteLength > 2 * boxBytes) return null
  for (let start = 0; start < boxes.byteLength; start += boxBytes) {
    const seed = unseal(deriveKey(databaseKey, purpose), boxes.subarray(start, start + boxBytes), purpose)
    if (seed) return seed
  }
  return null
}

export function ownLogOf(seed: Uint8Array): OwnLog {
  const signer = signerOf(seed)
  return { logId: logIdOf(signer.publicKey), signer, requestKey: deriveKey(seed, 'nexum-request-key-1') }
}
