import { createHash, createHmac, createSecretKey, type KeyObject } from 'node:crypto'

/** SHA-256 over the parts, one after the other. 32 bytes. */
export function sha256(...parts: readonly Uint8Array[]): Uint8Array {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

const macKeys = new WeakMap<Uint8Array, KeyObject>()

/** The key is taken in at its first use and remembered as long as the array lives: importing costs more than the HMAC itself. */
export function hmacSha256(key: Uint8Array, message: Uint8Array): Uint8Array {
  const known = macKeys.get(key)
  const imported = known ?? createSecretKey(key)
  if (!known) macKeys.set(key, imported)
  return createHmac('sha256', imported).update(message).digest()
}

const encoder = new TextEncoder()
export const utf8 = (text: string): Uint8Array => encoder.encode(text)
export const hex = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')
export const base64url = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64url')
export const fromHex = (text: string): Uint8Array => Buffer.from(text, 'hex')
export const fromBase64url = (text: string): Uint8Array => Buffer.from(text, 'base64url')

export const joinBytes = (...parts: readonly Uint8Array[]): Uint8Array => Buffer.concat(parts)

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.byteLength === b.byteLength && Buffer.compare(a, b) === 0

/** SHA-256 of what is longer than memory, piece by piece. */
export interface RunningSha256 {
  readonly update: (piece: Uint8Array) => void
  /** The 32 bytes; nothing can be added afterwards. */
  readonly digest: () => Uint8Array
}

export function runningSha256(): RunningSha256 {
  const hash = createHash('sha256')
  return { update: piece => void hash.update(piece), digest: () => hash.digest() }
}
