import { sha256 } from './hash.ts'

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'

/** The log's name: the first 130 bits of SHA-256 over its public key, as 26 letters of base32 (RFC 4648, lower case). */
export function logIdOf(publicKey: Uint8Array): string {
  let bits = 0n
  for (const byte of sha256(publicKey).subarray(0, 17)) bits = (bits << 8n) | BigInt(byte)
  bits >>= 6n
  let id = ''
  for (let place = 25; place >= 0; place--) id += alphabet[Number((bits >> BigInt(place * 5)) & 31n)]
  return id
}
