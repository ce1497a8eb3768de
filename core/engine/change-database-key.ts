import { randomBytes } from '../crypto/random-bytes.ts'
import { rekeyBooks } from '../storage/books.ts'
import type { InstallationFolder } from '../storage/installation-folder.ts'
import { resealDeviceKey } from './device-key.ts'
import { type Keyring, readKeyring, type Slot, withOlderSlots, writeKeyring } from './keyring.ts'
import type { OpenSession } from './session-state.ts'
import { isGenuineSlot, withDatabaseKeys } from './slot-keys.ts'
import { isInForce, isStale, type Standing } from './slot-standing.ts'

/** Open books, and the key that they are under. The key's own bytes change with it. */
type UnderKey = Standing & Pick<OpenSession, 'books' | 'databaseKey'> & Partial<Pick<OpenSession, 'readings'>>

/**
 * Puts the books under a new key, which every slot of the keyring opens that is in force and nobody else: an older copy of the keyring
 * opens them no more, whatever passphrase comes with it. Both keys are in the keyring before the books are changed, and the old one
 * goes after; so a cut at any place leaves an installation that opens. What reads the books here for long is ended first. What cannot
 * be done now, or not be proved, leaves both keys in the keyring, until the next sign-in tries again; the session says so. A slot of the
 * first issue cannot be given another key without its owner, and goes. Rules: A55, A56, A63, A66.
 */
export function changeDatabaseKey(folder: InstallationFolder, at: UnderKey, keyring: Keyring): void {
  const { books, databaseKey } = at
  for (const end of at.readings ?? []) end()
  const next = randomBytes(32)
  const slots = keyring.slots.map(slot => keptSlot(at, slot)).filter(slot => slot !== null)
  const write = (databaseKeys: readonly Uint8Array[]): void =>
    writeKeyring(folder, { ...withOlderSlots(keyring, []), slots: slots.map(slot => keyedAnew(slot, databaseKeys)) })
  // A device key that is not there now, and may be put back, must still open then: the books keep the key that it is sealed to.
  const isSealed = resealDeviceKey(folder, databaseKey, [databaseKey, next])
  write([databaseKey, next])
  if (isSealed && rekeyBooks(books, next, () => databaseKey.set(next))) {
    write([next])
    resealDeviceKey(folder, next, [next])
  }
  next.fill(0)
}

/**
 * The slot as the next keyring has it; null when it goes. A recovery slot that lost its place opens no books any more, and still brings
 * a lost keychain back.
 */
function keptSlot(at: UnderKey, slot: Slot): Slot | null {
  if (isInForce(at, slot) && isGenuineSlot(slot, at.databaseKey)) return slot
  return slot.opensWith === 'recovery-code' ? { ...slot, keys: [] } : null
}

const keyedAnew = (slot: Slot, databaseKeys: readonly Uint8Array[]): Slot =>
  slot.keys.length === 0 ? slot : withDatabaseKeys(slot, databaseKeys)

/**
 * Shuts out who has no place in the books any more: their slot goes, and the books get another key than the one it opened. A change of
 * the key that was cut off is brought to its end. Rules: A29, A55.
 */
export function renewAccess(folder: InstallationFolder, at: UnderKey): void {
  const keyring = readKeyring(folder)
  const isRenewed =
    keyring?.slots.some(slot => slot.keys.length > 1 || isStale(at, slot)) ||
    keyring?.olderSlots?.some(slot => slot.opensWith === 'passphrase' && !isInForce(at, slot))
  if (keyring && isRenewed) changeDatabaseKey(folder, at, keyring)
}
