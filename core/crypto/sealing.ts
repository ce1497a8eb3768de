import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { assert } from '../assert.ts'

const ivBytes = 12
const tagBytes = 16

/** AES-256-GCM. The result is iv (12) || ciphertext || tag (16); `purpose` is bound in, so that a box opens only as what it is. */
export function seal(key: Uint8Array, plaintext: Uint8Array, purpose: string): Uint8Array {
  assert(key.byteLength === 32, 'a sealing key has 32 bytes')
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(purpose))
  return Buffer.concat([iv, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()])
}

/** The plaintext, or null when the key, the purpose or any byte is not the one it was sealed with. */
export function unseal(key: Uint8Array, sealed: Uint8Array, purpose: string): Uint8Array | null {
  if (key.byteLength !== 32 || sealed.byteLength < ivBytes + tagBytes) return null
  const box = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
  const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(0, ivBytes)).setAAD(Buffer.from(purpose))
  decipher.setAuthTag(box.subarray(box.length - tagBytes))
  try {
    return Buffer.concat([decipher.update(box.subarray(ivBytes, box.length - tagBytes)), decipher.final()])
  } catch {
    return null
  }
}
