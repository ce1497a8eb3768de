import type { ShapeRefusal } from '../refusal.ts'

const withoutKeychainMin = 8
const digitsWithoutKeychainMin = 12

/**
 * What the schema cannot know: with a keychain, a PIN of six digits is enough, because guessing needs this very computer.
 * Without one, whoever copies the disk guesses at leisure: eight characters, or twelve where there are only digits.
 */
export function checkPassphrase(passphrase: string, hasKeychain: boolean, field: string): ShapeRefusal | null {
  if (hasKeychain) return null
  const length = [...passphrase].length
  const lengthMin = /^\d*$/.test(passphrase) ? digitsWithoutKeychainMin : withoutKeychainMin
  if (length >= lengthMin) return null
  return { type: 'field-invalid', field, rule: length >= withoutKeychainMin ? 'needs-letters' : 'too-short' }
}
