import { joinBytes, sha256, utf8 } from '../crypto/hash.ts'
import { isSignedBy, type Signer } from '../crypto/signing.ts'

const chainTag = utf8('nexum-journal-1\0')
const signatureTag = utf8('nexum-journal-signature-1\0')

/** What stands before the first record of a log. */
export const genesisHash = new Uint8Array(32)

/** hash(n) = SHA-256(tag || hash(n-1) || SHA-256(bytes)): it fixes the record and all that came before it. */
export const chainHash = (previousHash: Uint8Array, bytes: Uint8Array): Uint8Array =>
  sha256(chainTag, previousHash, sha256(bytes))

export const signHash = (signer: Signer, hash: Uint8Array): Uint8Array => signer.sign(joinBytes(signatureTag, hash))

export const isHashSigned = (publicKey: Uint8Array, hash: Uint8Array, signature: Uint8Array): boolean =>
  isSignedBy(publicKey, joinBytes(signatureTag, hash), signature)
