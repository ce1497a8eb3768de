import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto'
import { assert } from '../assert.ts'

/** Ed25519 (RFC 8032). `seed` is the 32-byte private key: whoever holds it is the log or the person. */
export interface SigningKey {
  readonly publicKey: Uint8Array
  readonly seed: Uint8Array
}

export interface Signer {
  readonly publicKey: Uint8Array
  /** The 64-byte signature of the message. */
  readonly sign: (message: Uint8Array) => Uint8Array
}

const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex')
const spkiHead = Buffer.from('302a300506032b6570032100', 'hex')

const rawPublicKey = (key: KeyObject): Uint8Array =>
  new Uint8Array(key.export({ format: 'der', type: 'spki' }).subarray(spkiHead.length))

export function generateSigningKey(): SigningKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const seed = new Uint8Array(privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(pkcs8Head.length))
  return { publicKey: rawPublicKey(publicKey), seed }
}

export function signerOf(seed: Uint8Array): Signer {
  assert(seed.byteLength === 32, 'an Ed25519 seed has 32 bytes')
  const key = createPrivateKey({ key: Buffer.concat([pkcs8Head, seed]), format: 'der', type: 'pkcs8' })
  return { publicKey: rawPublicKey(createPublicKey(key)), sign: message => sign(null, message, key) }
}

const verifiers = new Map<string, KeyObject>()

function publicKeyObject(publicKey: Uint8Array): KeyObject {
  const name = Buffer.from(publicKey).toString('base64')
  let key = verifiers.get(name)
  if (!key) {
    key = createPublicKey({ key: Buffer.concat([spkiHead, publicKey]), format: 'der', type: 'spki' })
    if (verifiers.size >= 256) verifiers.clear()
    verifiers.set(name, key)
  }
  return key
}

/** False for a wrong signature and for anything that is not a 32-byte key and a 64-byte signature. */
export function isSignedBy(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.byteLength !== 32 || signature.byteLength !== 64) return false
  try {
    return verify(null, message, publicKeyObject(publicKey), signature)
  } catch {
    return false
  }
}
