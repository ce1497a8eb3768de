import type { OwnLog } from '../command/desk.ts'
import { readDeviceKey } from '../engine/device-key.ts'
import { openInstallationFolder } from '../storage/installation-folder.ts'

/** The installation's own log, ready to sign, where its key lies beside the books; null for a copy, which holds the books alone. */
export function deviceLog(folder: string, databaseKeys: readonly Uint8Array[]): OwnLog | null {
  for (const key of databaseKeys) {
    const log = readDeviceKey(openInstallationFolder(folder), key)
    if (log) return log
  }
  return null
}
