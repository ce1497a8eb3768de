import { assert } from '../assert.ts'
import { randomBytes } from '../crypto/random-bytes.ts'
import { rekeyBooks } from '../storage/books.ts'
import type { InstallationFolder } from '../storage/installation-folder.ts'
import { grantById } from '../storage/reference.ts'
import { awaitedSlots } from './awaited-slots.ts'
import { resealDeviceKey } from './device-key.ts'
import { type Keyring, readKeyring, type Slot, withOlderSlots, withSlot, writeKeyring } from './keyring.ts'
import type { OpenSession } from './session-state.ts'
import { isGenuineSlot, withDatabaseKeys } from './slot-keys.ts'
import { isInForce, isStale, type Standing } from './slot-standing.ts'

/** Open books, the key that they are under, and who opened them. The key's own bytes change with it. */
export type UnderKey = Standing &
  Pick<OpenSession, 'books' | 'databaseKey' | 'staffId'> &
  Partial<Pick<OpenSession, 'readings'>>

/**
 * Puts the books under a new key, which every slot of the keyring opens that is in force and nobody else: an older copy of the keyring
 * opens them no more, whatever passphrase comes with it. Both keys are in the keyring before the books are changed, and the old one
 * goes after; so a cut at any place leaves an installation that opens. What reads the books here for long is ended first. What cannot
 * be done now, or not be proved, leaves both keys in the keyring, until the next sign-in tries again; the session says so. A slot of the
 * first issue can be given another key only by its owner: the books keep theirs until the last such slot is gone.
 * Rules: A55, A56, A63, A66, A67.
 */
export function changeDatabaseKey(folder: InstallationFolder, at: UnderKey, keyring: Keyring): void {
  const awaited = awaitedSlots(at, keyring)
  if (awaited.length > 0) {
    const slots = keyring.slots.map(slot => (isStale(at, slot) ? leftOf(slot) : slot)).filter(slot => slot !== null)
    writeKeyring(folder, { ...withOlderSlots(keyring, awaited), slots })
    return
  }
  const { books, databaseKey } = at
  const slots = keyring.slots.map(slot => (opens(at, slot) ? slot : leftOf(slot))).filter(slot => slot !== null)
  assert(
    slots.some(({ keys }) => keys.length > 0),
    'somebody opens the books under their next key',
  )
  for (const end of at.readings ?? []) end()
  const next = randomBytes(32)
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

const opens = (at: UnderKey, slot: Slot): boolean => isInForce(at, slot) && isGenuineSlot(slot, at.databaseKey)

/**
 * What stays of a slot that gets no key; null when it goes. A recovery slot that lost its place opens no books any more, and still
 * brings a lost keychain back.
 */
const leftOf = (slot: Slot): Slot | null => (slot.opensWith === 'recovery-code' ? { ...slot, keys: [] } : null)

const keyedAnew = (slot: Slot, databaseKeys: readonly Uint8Array[]): Slot =>
  slot.keys.length === 0 ? slot : withDatabaseKeys(slot, databaseKeys)

/**
 * Shuts out who has no place in the books any more: their slot goes, and the books get another key than the one it opened. A change of
 * the key that was cut off is brought to its end. Nothing is changed while nobody, or not who works with the books, would open them
 * after. Rules: A29, A55, A67.
 */
export function renewAccess(folder: InstallationFolder, at: UnderKey): void {
  const keyring = readKeyring(folder)
  if (keyring && isRenewalDue(at, keyring) && staysOpen(at, keyring)) changeDatabaseKey(folder, at, keyring)
}

/** Whether the keyring still opens what it should not, or a change of the key was cut off. */
export const isRenewalDue = (at: Standing, { slots, olderSlots = [] }: Keyring): boolean =>
  slots.some(slot => slot.keys.length > 1 || isStale(at, slot)) ||
  olderSlots.some(slot => slot.opensWith === 'passphrase' && !isInForce(at, slot))

/** Whether who works with the books opens them after a change of the key: each of their slots, or somebody's where they must go. */
function staysOpen(at: UnderKey, keyring: Keyring): boolean {
  if (awaitedSlots(at, keyring).some(slot => isInForce(at, slot))) return true
  const inForce = keyring.slots.filter(slot => slot.keys.length > 0 && isInForce(at, slot))
  const own = inForce.filter(({ staffId }) => staffId === at.staffId)
  return grantById(at.books.db, at.staffId)?.isActive === true
    ? own.length > 0 && own.every(slot => opens(at, slot))
    : inForce.some(slot => opens(at, slot))
}

/** Writes a slot that its owner has made anew. With the last of the first issue's, the books get the new key that waited for it. Rule: A66. */
export function putSlot(folder: InstallationFolder, at: UnderKey, keyring: Keyring, slot: Slot): void {
  const next = withSlot(keyring, slot)
  const isLast = awaitedSlots(at, keyring).length > 0 && awaitedSlots(at, next).length === 0
  if (isLast) changeDatabaseKey(folder, at, next)
  else writeKeyring(folder, next)
}
