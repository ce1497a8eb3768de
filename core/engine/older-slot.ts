import { z } from 'zod'
import { assert } from '../assert.ts'
import { fromBase64url } from '../crypto/hash.ts'
import { readRecoveryCode } from '../crypto/recovery-code.ts'
import { unseal } from '../crypto/sealing.ts'
import { publicKeyTextSchema } from '../enrolment/key-text.ts'
import { uuidSchema } from '../journal/record.ts'
import { staffCodeSchema } from '../text-fields.ts'
import type { KeyBundle } from './key-bundle.ts'
import { type KeychainSecret, recoveryKey, slotKey } from './key-slot.ts'
import { base64urlSchema, costSchema } from './keyring-fields.ts'

const head = {
  code: staffCodeSchema,
  staffId: uuidSchema,
  publicKey: publicKeyTextSchema,
  salt: base64urlSchema,
  box: base64urlSchema,
}

/** A slot as the program of the first issue sealed it: the key of the books lies in the box itself, and changes only with its owner there. */
export const olderSlotSchema = z.discriminatedUnion('opensWith', [
  z.strictObject({ opensWith: z.literal('passphrase'), ...head, cost: costSchema, needsKeychain: z.boolean() }),
  z.strictObject({ opensWith: z.literal('recovery-code'), ...head }),
])
export type OlderSlot = z.infer<typeof olderSlotSchema>

const purposeOf = (slot: OlderSlot): string => {
  const owner = [slot.code, slot.staffId, slot.publicKey, slot.salt]
  return slot.opensWith === 'passphrase'
    ? ['nexum-slot-1', ...owner, slot.cost.N, slot.cost.r, slot.cost.p, slot.needsKeychain].join('/')
    : ['nexum-recovery-1', ...owner].join('/')
}

/** The keys, or null when the text is not the slot's passphrase or recovery code, or the slot is not as it was sealed. */
export async function openOlderSlot(
  slot: OlderSlot,
  text: string,
  keychainSecret: KeychainSecret,
): Promise<KeyBundle | null> {
  const key = await keyOf(slot, text, keychainSecret)
  const plain = key && unseal(key, fromBase64url(slot.box), purposeOf(slot))
  key?.fill(0)
  const keys = plain && decode(plain)
  plain?.fill(0)
  return keys
}

async function keyOf(slot: OlderSlot, text: string, keychainSecret: KeychainSecret): Promise<Uint8Array | null> {
  if (slot.opensWith === 'passphrase') return slotKey(slot, text, slot.needsKeychain ? keychainSecret : null)
  const secret = readRecoveryCode(text)
  return secret && recoveryKey(slot, secret)
}

const partBytes = 32

/** The key of the books, the owner's seed and, in a recovery slot, the keychain's secret. */
function decode(bytes: Uint8Array): KeyBundle {
  assert(bytes.byteLength === 2 * partBytes || bytes.byteLength === 3 * partBytes, 'a bundle holds two or three keys')
  const part = (place: number): Uint8Array =>
    Uint8Array.from(bytes.subarray(place * partBytes, (place + 1) * partBytes))
  const keys = { databaseKeys: [part(0)], seed: part(1) }
  return bytes.byteLength === 2 * partBytes ? keys : { ...keys, keychainSecret: part(2) }
}
