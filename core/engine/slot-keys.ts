import { deriveKey } from '../crypto/derive-key.ts'
import { base64url, fromBase64url, hmacSha256, sameBytes, utf8 } from '../crypto/hash.ts'
import { sealTo, unsealWith } from '../crypto/sealed-to.ts'
import type { Slot } from './keyring.ts'
import { isVouchedFor } from './slot-voucher.ts'

type SealedKey = Slot['keys'][number]

const purposeOf = ({ staffId, publicKey, boxKey }: Slot): string =>
  ['nexum-slot-database-key-1', staffId, publicKey, boxKey].join('/')

/** Only who has the database key makes it: an older slot put back, or one made outside, does not have it. */
function macOf(slot: Slot, databaseKey: Uint8Array): Uint8Array {
  const { opensWith, code, staffId, publicKey, salt, boxKey, voucher, box } = slot
  const message = [opensWith, code, staffId, publicKey, salt, boxKey, voucher, box].join('/')
  return hmacSha256(deriveKey(databaseKey, 'nexum-slot-mac-1'), utf8(message))
}

const sealedKey = (slot: Slot, databaseKey: Uint8Array): SealedKey => ({
  box: base64url(sealTo(fromBase64url(slot.boxKey), databaseKey, purposeOf(slot))),
  mac: base64url(macOf(slot, databaseKey)),
})

/** The slot, from now on opening exactly these database keys. Neither its passphrase nor its owner is needed for it. */
export const withDatabaseKeys = (slot: Slot, databaseKeys: readonly Uint8Array[]): Slot => ({
  ...slot,
  keys: databaseKeys.map(key => sealedKey(slot, key)),
})

/** What is sealed to the slot; null when any of it is not as it was sealed. */
export function databaseKeysOf(slot: Slot, boxKey: Uint8Array): readonly Uint8Array[] | null {
  const opened: Uint8Array[] = []
  for (const sealed of slot.keys) {
    const key = unsealWith(boxKey, fromBase64url(sealed.box), purposeOf(slot))
    if (!key || !isMacOf(slot, sealed, key)) return null
    opened.push(Uint8Array.from(key))
    key.fill(0)
  }
  return opened
}

const isMacOf = (slot: Slot, { mac }: SealedKey, databaseKey: Uint8Array): boolean =>
  sameBytes(fromBase64url(mac), macOf(slot, databaseKey))

/** Whether the slot may be given the next database key: its owner made it, and it was in the keyring under this one. */
export const isGenuineSlot = (slot: Slot, databaseKey: Uint8Array): boolean =>
  isVouchedFor(slot) && slot.keys.some(sealed => isMacOf(slot, sealed, databaseKey))
