import { expect, test } from 'vitest'
import { base32, rfcAlphabet, spokenAlphabet } from '../../../core/crypto/base32.ts'
import { utf8 } from '../../../core/crypto/hash.ts'

/** RFC 4648, section 10, as far as the letters are whole. */
test.each([
  ['fooba', 'MZXW6YTB'],
  ['foob', 'MZXW6Y'],
  ['f', 'M'],
])('[A20] %s in letters of five bits is %s', (text, letters) => {
  expect(base32(utf8(text), letters.length, rfcAlphabet)).toBe(letters)
})

test('[Y6] a spoken code has none of the letters that are mistaken for another', () => {
  expect(base32(new Uint8Array([255, 0, 255, 0, 255]), 8, spokenAlphabet)).toBe('ZW0FY07Z')
  expect(spokenAlphabet).not.toMatch(/[ILOU]/)
})
