import { assert } from '../assert.ts'

/** What stands in a slot's box: what the passphrase or the recovery code itself guards. */
export interface SlotSecrets {
  /** The person's own Ed25519 seed, with which they sign as a second person. */
  readonly seed: Uint8Array
  /** The private half of the slot's box key: with it the slot opens the database keys that are sealed to it. */
  readonly boxKey: Uint8Array
  /** Only in a recovery slot: the keychain's secret, so that a lost keychain can be replaced. */
  readonly keychainSecret?: Uint8Array
}

/** What one person's slot gives back when it opens. The holder wipes it when the work is done. */
export interface KeyBundle {
  /** The raw 256-bit keys of the database: one; two while it is being changed; none where the owner has lost their place. */
  readonly databaseKeys: readonly Uint8Array[]
  readonly seed: Uint8Array
  readonly keychainSecret?: Uint8Array
}

const partBytes = 32

export function encodeSecrets({ seed, boxKey, keychainSecret }: SlotSecrets): Uint8Array {
  assert(seed.byteLength === partBytes && boxKey.byteLength === partBytes, 'a key has 32 bytes')
  const parts = keychainSecret ? [seed, boxKey, keychainSecret] : [seed, boxKey]
  return Uint8Array.from(parts.flatMap(part => [...part]))
}

export function decodeSecrets(bytes: Uint8Array): SlotSecrets {
  assert(bytes.byteLength === 2 * partBytes || bytes.byteLength === 3 * partBytes, 'a box holds two or three keys')
  // A copy, also of a Buffer, whose own slice would share the memory that is wiped after this.
  const part = (place: number): Uint8Array =>
    Uint8Array.from(bytes.subarray(place * partBytes, (place + 1) * partBytes))
  const keys = { seed: part(0), boxKey: part(1) }
  return bytes.byteLength === 2 * partBytes ? keys : { ...keys, keychainSecret: part(2) }
}

export function wipeBundle({ databaseKeys, seed, keychainSecret }: KeyBundle): void {
  for (const key of [...databaseKeys, seed, keychainSecret]) key?.fill(0)
}
