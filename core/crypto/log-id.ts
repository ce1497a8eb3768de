import { base32, rfcAlphabet } from './base32.ts'
import { sha256 } from './hash.ts'

/** The log's name: the first 130 bits of SHA-256 over its public key, as 26 letters of base32 (RFC 4648, lower case). */
export const logIdOf = (publicKey: Uint8Array): string => base32(sha256(publicKey), 26, rfcAlphabet).toLowerCase()
