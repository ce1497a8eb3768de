import { assert } from '../assert.ts'

/** What one person's slot gives back when it opens. The holder wipes it when the work is done. */
export interface KeyBundle {
  /** The raw 256-bit key of the database. */
  readonly databaseKey: Uint8Array
  /** The person's own Ed25519 seed, with which they sign as a second person. */
  readonly seed: Uint8Array
  /** Only in a recovery slot: the keychain's secret, so that a lost keychain can be replaced. */
  readonly keychainSecret?: Uint8Array
}

const partBytes = 32

export function encodeBundle({ databaseKey, seed, keychainSecret }: KeyBundle): Uint8Array {
  assert(databaseKey.byteLength === partBytes && seed.byteLength === partBytes, 'a key has 32 bytes')
  const parts = keychainSecret ? [databaseKey, seed, keychainSecret] : [databaseKey, seed]
  return Uint8Array.from(parts.flatMap(part => [...part]))
}

export function decodeBundle(bytes: Uint8Array): KeyBundle {
  assert(bytes.byteLength === 2 * partBytes || bytes.byteLength === 3 * partBytes, 'a bundle holds two or three keys')
  // A copy, also of a Buffer, whose own slice would share the memory that is wiped after this.
  const part = (place: number): Uint8Array =>
    Uint8Array.from(bytes.subarray(place * partBytes, (place + 1) * partBytes))
  const keys = { databaseKey: part(0), seed: part(1) }
  return bytes.byteLength === 2 * partBytes ? keys : { ...keys, keychainSecret: part(2) }
}

export function wipeBundle({ databaseKey, seed, keychainSecret }: KeyBundle): void {
  for (const key of [databaseKey, seed, keychainSecret]) key?.fill(0)
}
