import { assert } from '../assert.ts'

/** The alphabet of RFC 4648. */
export const rfcAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Crockford's: digits and letters that nobody mistakes for one another when reading aloud. */
export const spokenAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The first `length` letters of the bytes, five bits each, the highest first. */
export function base32(bytes: Uint8Array, length: number, alphabet: string): string {
  const spare = bytes.length * 8 - length * 5
  assert(spare >= 0 && alphabet.length === 32, 'every letter has five bits')
  const bits = bytes.reduce((before, byte) => (before << 8n) | BigInt(byte), 0n) >> BigInt(spare)
  const letterAt = (place: number): string => alphabet[Number((bits >> BigInt((length - 1 - place) * 5)) & 31n)] ?? ''
  return Array.from({ length }, (_, place) => letterAt(place)).join('')
}
