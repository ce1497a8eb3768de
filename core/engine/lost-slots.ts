import { base64url } from '../crypto/hash.ts'
import { staffRows } from '../storage/reference.ts'
import { staffKeyNow } from '../storage/staff-keys.ts'
import type { UnderKey } from './change-database-key.ts'
import type { Keyring } from './keyring.ts'
import { isGenuineSlot } from './slot-keys.ts'

/**
 * The codes of the people who have a key here by the books and no slot that is as it was sealed: somebody changed the keyring, or it is
 * damaged. They cannot sign in until it is put back, or a passphrase is given. Rule: A68.
 */
export function lostSlots({ books: { db }, log, databaseKey }: UnderKey, keyring: Keyring): readonly string[] {
  const { slots, olderSlots = [] } = keyring
  const keysKept = [...slots.filter(slot => isGenuineSlot(slot, databaseKey)), ...olderSlots]
    .filter(({ opensWith }) => opensWith === 'passphrase')
    .map(({ publicKey }) => publicKey)
  return staffRows(db)
    .filter(({ status }) => status === 'active')
    .filter(({ staffId }) => {
      const key = staffKeyNow(db, { staffId, logId: log.logId })
      return key !== null && !keysKept.includes(base64url(key))
    })
    .map(({ code }) => code)
}
