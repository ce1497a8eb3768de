import { hkdfSync } from 'node:crypto'

/** HKDF-SHA-256 (RFC 5869): 32 bytes for one purpose. Keys for different purposes tell nothing about one another. */
export function deriveKey(secret: Uint8Array, purpose: string, salt: Uint8Array = new Uint8Array(0)): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, salt, Buffer.from(purpose), 32))
}
