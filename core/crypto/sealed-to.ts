import { createECDH } from 'node:crypto'
import { deriveKey } from './derive-key.ts'
import { joinBytes } from './hash.ts'
import { seal, unseal } from './sealing.ts'

/** P-256 (FIPS 186-5): every runtime has it, Electron's too. Anybody seals to the public half, only the private half unseals. */
export interface BoxKey {
  /** The uncompressed point: 65 bytes. */
  readonly publicKey: Uint8Array
  readonly privateKey: Uint8Array
}

const curve = 'prime256v1'
const publicKeyBytes = 65
const privateKeyBytes = 32

export function generateBoxKey(): BoxKey {
  const ecdh = createECDH(curve)
  const publicKey = ecdh.generateKeys()
  const privateKey = new Uint8Array(privateKeyBytes)
  const number = ecdh.getPrivateKey()
  privateKey.set(number, privateKeyBytes - number.byteLength)
  number.fill(0)
  return { publicKey, privateKey }
}

/**
 * ECIES in the manner of HPKE (RFC 9180): a key made for this box alone agrees with the recipient's, HKDF binds both and the purpose,
 * AES-256-GCM seals. The result is the passing public key (65) || box.
 */
export function sealTo(publicKey: Uint8Array, plaintext: Uint8Array, purpose: string): Uint8Array {
  const passing = createECDH(curve)
  const passingPublicKey = passing.generateKeys()
  const key = agreedKey(passing.computeSecret(publicKey), joinBytes(passingPublicKey, publicKey), purpose)
  const box = seal(key, plaintext, purpose)
  key.fill(0)
  return joinBytes(passingPublicKey, box)
}

/** The plaintext, or null when the key, the purpose or any byte is not the one it was sealed with. */
export function unsealWith(privateKey: Uint8Array, sealed: Uint8Array, purpose: string): Uint8Array | null {
  const passingPublicKey = sealed.subarray(0, publicKeyBytes)
  const ecdh = createECDH(curve)
  ecdh.setPrivateKey(privateKey)
  const secret = secretWith(passingPublicKey, point => ecdh.computeSecret(point))
  if (!secret) return null
  const key = agreedKey(secret, joinBytes(passingPublicKey, ecdh.getPublicKey()), purpose)
  const plaintext = unseal(key, sealed.subarray(publicKeyBytes), purpose)
  key.fill(0)
  return plaintext
}

/** Null for what is not a point of the curve. */
function secretWith(point: Uint8Array, agree: (point: Uint8Array) => Uint8Array): Uint8Array | null {
  if (point.byteLength !== publicKeyBytes) return null
  try {
    return agree(point)
  } catch {
    return null
  }
}

function agreedKey(secret: Uint8Array, publicKeys: Uint8Array, purpose: string): Uint8Array {
  const key = deriveKey(secret, purpose, publicKeys)
  secret.fill(0)
  return key
}
