import { sha256, utf8 } from '../crypto/hash.ts'

/** Crockford's base32: digits and letters that nobody mistakes for one another when reading aloud. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const codeLength = 10
const fingerprintLength = 20

/** A one-time code (50 bits) with the fingerprint (100 bits) of the key that the reader must insist on. */
export interface EnrolmentCode {
  readonly code: string
  readonly fingerprint: string
}

function base32(bytes: Uint8Array, length: number): string {
  let bits = 0n
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte)
  const spare = BigInt(bytes.length * 8 - length * 5)
  let text = ''
  for (let place = length - 1; place >= 0; place--)
    text += alphabet[Number((bits >> (BigInt(place * 5) + spare)) & 31n)]
  return text
}

/** What a person can compare: the first 100 bits of the key's hash. */
export const keyFingerprint = (publicKey: Uint8Array): string =>
  base32(sha256(utf8('nexum-key-fingerprint-1\0'), publicKey).subarray(0, 13), fingerprintLength)

export const newCode = (randomBytes: (count: number) => Uint8Array): string => base32(randomBytes(7), codeLength)

/** `K7QXM-2P9WD-...`: groups of five, 35 characters in all; the first two groups are the code. */
export const enrolmentCodeText = ({ code, fingerprint }: EnrolmentCode): string =>
  (code + fingerprint).replaceAll(/(.{5})(?=.)/g, '$1-')

/** Reads what a person typed: any case, with or without dashes and spaces, O for 0 and I or L for 1. Null when it is no code. */
export function readEnrolmentCode(text: string): EnrolmentCode | null {
  const plain = text.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  if (plain.length !== codeLength + fingerprintLength || [...plain].some(letter => !alphabet.includes(letter)))
    return null
  return { code: plain.slice(0, codeLength), fingerprint: plain.slice(codeLength) }
}
