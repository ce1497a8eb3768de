import { commonPassphrases } from '../crypto/common-passphrases.ts'
import type { ShapeRefusal } from '../refusals/request-refusal.ts'

const withoutKeychainMin = 8
const digitsWithoutKeychainMin = 12
const differentMin = 5
/** A shorter code stands in too many honest words. */
const codeMin = 3

/** What a guesser knows of the person without any guess; where one joins, the institution is not known yet. */
export interface PassphraseOwner {
  readonly code?: string
  readonly institutionName?: string
}

/**
 * What the schema cannot know: with a keychain, a PIN of six digits is enough, because guessing needs this very computer.
 * Without one, whoever copies the disk guesses at leisure: eight characters, or twelve where there are only digits, and nothing
 * that a guesser tries first. Rules: A26, A51.
 */
export function checkPassphrase(
  passphrase: string,
  hasKeychain: boolean,
  field: string,
  owner: PassphraseOwner,
): ShapeRefusal | null {
  const rule = hasKeychain ? null : weaknessOf(passphrase.trim().toLowerCase(), owner)
  return rule === null ? null : { type: 'field-invalid', field, rule }
}

function weaknessOf(passphrase: string, owner: PassphraseOwner): string | null {
  const length = [...passphrase].length
  const lengthMin = /^\d*$/.test(passphrase) ? digitsWithoutKeychainMin : withoutKeychainMin
  if (length < lengthMin) return length >= withoutKeychainMin ? 'needs-letters' : 'too-short'
  if (isSimple(passphrase)) return 'too-simple'
  if (commonPassphrases.has(passphrase)) return 'too-common'
  return namesOwner(passphrase, owner) ? 'names-owner' : null
}

/** Few different characters, one thing said again and again, or a row such as `abcdefgh` or `9876543210987`. */
function isSimple(passphrase: string): boolean {
  const characters = [...passphrase]
  if (new Set(characters).size < differentMin || /^(.+?)\1+$/u.test(passphrase)) return true
  const modulus = /^\d+$/.test(passphrase) ? 10 : 0x11_0000
  const codes = characters.map(character => character.codePointAt(0) ?? 0)
  return [1, modulus - 1].some(step =>
    codes.every((code, place) => place === 0 || (code - (codes[place - 1] ?? 0) + modulus) % modulus === step),
  )
}

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]/gu, '')

function namesOwner(passphrase: string, { code = '', institutionName = '' }: PassphraseOwner): boolean {
  const name = lettersOf(institutionName)
  const namesInstitution = [...name].length >= codeMin && lettersOf(passphrase).includes(name)
  return namesInstitution || (code.length >= codeMin && passphrase.includes(code.toLowerCase()))
}
