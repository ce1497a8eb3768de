import { assert } from '../assert.ts'
import { base32, rfcAlphabet } from './base32.ts'

const secretBytes = 20

/** 160 random bits as a person writes them down: eight groups of four letters of base32 (RFC 4648). */
export function recoveryCodeOf(secret: Uint8Array): string {
  assert(secret.byteLength === secretBytes, 'a recovery secret has 20 bytes')
  return base32(secret, 32, rfcAlphabet).replace(/(.{4})(?=.)/g, '$1-')
}

/** The secret behind a recovery code, however it was copied (case, spaces, 0 for O, 1 for I, 8 for B); null for anything else. */
export function readRecoveryCode(text: string): Uint8Array | null {
  const letters = text.toUpperCase().replace(/[\s-]/g, '').replace(/0/g, 'O').replace(/1/g, 'I').replace(/8/g, 'B')
  if (!/^[A-Z2-7]{32}$/.test(letters)) return null
  let bits = 0n
  for (const letter of letters) bits = (bits << 5n) | BigInt(rfcAlphabet.indexOf(letter))
  return Uint8Array.from({ length: secretBytes }, (_, place) =>
    Number((bits >> BigInt((secretBytes - 1 - place) * 8)) & 255n),
  )
}
