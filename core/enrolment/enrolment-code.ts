import { base32, spokenAlphabet } from '../crypto/base32.ts'
import { sha256, utf8 } from '../crypto/hash.ts'

const codeLength = 10
const fingerprintLength = 20

/** A one-time code (50 bits) with the fingerprint (100 bits) of the key that the reader must insist on. */
export interface EnrolmentCode {
  readonly code: string
  readonly fingerprint: string
}

/** What a person can compare: the first 100 bits of the key's hash. */
export const keyFingerprint = (publicKey: Uint8Array): string =>
  base32(sha256(utf8('nexum-key-fingerprint-1\0'), publicKey), fingerprintLength, spokenAlphabet)

export const newCode = (randomBytes: (count: number) => Uint8Array): string =>
  base32(randomBytes(7), codeLength, spokenAlphabet)

/** `K7QXM-2P9WD-...`: groups of five, 35 characters in all; the first two groups are the code. */
export const enrolmentCodeText = ({ code, fingerprint }: EnrolmentCode): string =>
  (code + fingerprint).replaceAll(/(.{5})(?=.)/g, '$1-')

/** Reads what a person typed: any case, with or without dashes and spaces, O for 0 and I or L for 1. Null when it is no code. */
export function readEnrolmentCode(text: string): EnrolmentCode | null {
  const plain = text.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  if (plain.length !== codeLength + fingerprintLength || [...plain].some(letter => !spokenAlphabet.includes(letter)))
    return null
  return { code: plain.slice(0, codeLength), fingerprint: plain.slice(codeLength) }
}
