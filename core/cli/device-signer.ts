import type { Signer } from '../crypto/signing.ts'
import { readDeviceKey } from '../engine/device-key.ts'
import { openInstallationFolder } from '../storage/installation-folder.ts'

/** The installation's own signature, where its key lies beside the books; null for a copy, which holds the books alone. */
export function deviceSigner(folder: string, databaseKeys: readonly Uint8Array[]): Signer | null {
  for (const key of databaseKeys) {
    const log = readDeviceKey(openInstallationFolder(folder), key)
    if (log) return log.signer
  }
  return null
}
