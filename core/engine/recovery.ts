import { randomBytes } from '../crypto/random-bytes.ts'
import { recoveryCodeOf } from '../crypto/recovery-code.ts'
import { putSlot } from './change-database-key.ts'
import type { Installation } from './installation.ts'
import { type KeychainSecret, type SlotOwner, sealRecoverySlot } from './key-slot.ts'
import { withKeychainSecret } from './keychain-secret.ts'
import { type Keyring, readKeyring, type Slot } from './keyring.ts'
import type { OpenedKeys } from './open-keys.ts'
import type { OpenSession } from './session-state.ts'
import { withDatabaseKeys } from './slot-keys.ts'
import { isInForce, managesStaff, type Standing } from './slot-standing.ts'

/** A code that is shown once and kept nowhere, and the slot that it opens. */
export interface Recovery {
  readonly code: string
  readonly slot: Slot
}

export function newRecovery(
  keeper: SlotOwner,
  keys: { readonly databaseKey: Uint8Array; readonly seed: Uint8Array; readonly keychainSecret: KeychainSecret },
): Recovery {
  const secret = randomBytes(20)
  const slot = withDatabaseKeys(sealRecoverySlot(keeper, keys, secret), [keys.databaseKey])
  const code = recoveryCodeOf(secret)
  secret.fill(0)
  return { code, slot }
}

/**
 * An installation is never without a way back: when the one who kept the recovery code was suspended or has another key now, the next
 * person who may say who works here becomes its keeper by signing in; where nobody may, anybody does. Gives the new code, or null
 * when nothing was to be done. Rule: A41.
 */
export async function takeOverRecovery(
  installation: Installation,
  at: OpenSession,
  { owner, keys }: OpenedKeys,
): Promise<string | null> {
  return withKeychainSecret(installation, found => {
    const keyring = readKeyring(installation.folder)
    if (!keyring || !isKeeperWanted(keyring, at, owner)) return null
    const keychainSecret = keys.keychainSecret ?? (found === 'gone' ? null : found)
    const { code, slot } = newRecovery(owner, { databaseKey: at.databaseKey, seed: keys.seed, keychainSecret })
    putSlot(installation.folder, at, keyring, slot)
    return code
  })
}

/** Who keeps the code of the first issue gets one of today by signing in; until then theirs opens. */
function isKeeperWanted({ slots, olderSlots = [] }: Keyring, at: Standing, person: SlotOwner): boolean {
  if (slots.some(slot => isRecoveryInForce(at, slot))) return false
  const inForce = [...slots, ...olderSlots].filter(slot => isInForce(at, slot))
  const older = inForce.find(slot => slot.opensWith === 'recovery-code' && !('keys' in slot))
  if (older) return older.staffId === person.staffId
  return managesStaff(at, person) || !inForce.some(slot => managesStaff(at, slot))
}

const isRecoveryInForce = (at: Standing, slot: Slot): boolean =>
  slot.opensWith === 'recovery-code' && slot.keys.length > 0 && isInForce(at, slot)

/** Whether the recovery code that opens these books now is this person's. */
export const keepsRecoveryCode = (at: Standing, { slots }: Keyring, { staffId }: Pick<SlotOwner, 'staffId'>): boolean =>
  slots.some(slot => slot.staffId === staffId && isRecoveryInForce(at, slot))
