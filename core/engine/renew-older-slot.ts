import { putSlot } from './change-database-key.ts'
import type { Installation } from './installation.ts'
import { sealSlot } from './key-slot.ts'
import { withKeychainSecret } from './keychain-secret.ts'
import { readKeyring } from './keyring.ts'
import type { OpenedKeys } from './open-keys.ts'
import type { OpenSession } from './session-state.ts'
import { withDatabaseKeys } from './slot-keys.ts'

/**
 * Makes the slot of the first issue with which a person has just signed in anew as one of today, under the same passphrase and with the
 * same key. Written last: cut off anywhere before, everything is as the first issue left it or opens with the old slot. Rule: A66.
 */
export async function renewOlderSlot(
  installation: Installation,
  at: OpenSession,
  { owner, keys }: OpenedKeys,
  passphrase: string,
): Promise<void> {
  const { folder, cost } = installation
  await withKeychainSecret(installation, async secret => {
    const keychainSecret = secret === 'gone' ? null : secret
    const slot = await sealSlot(owner, keys.seed, { passphrase, keychainSecret, cost })
    const keyring = readKeyring(folder)
    if (keyring) putSlot(folder, at, keyring, withDatabaseKeys(slot, [at.databaseKey]))
  })
}
