import { z } from 'zod'

/**
 * What cannot be seen and could disguise what a person signs: controls, lone surrogates, separators, marks of direction, fillers.
 * The joiners of Indic and Arabic scripts stay: names are written with them.
 */
const unseen = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\u2800\u115f\u1160\u3164\uffa0]/u

const plain = (max: number) =>
  z
    .string()
    .trim()
    .min(1, { error: 'empty' })
    .max(max, { error: 'too-long' })
    .refine(text => !unseen.test(text), { error: 'control-character' })

/** A name in any script; it has a letter, so it can be seen. */
export const nameSchema = plain(80).refine(text => /\p{L}/u.test(text), { error: 'empty' })
export const shortTextSchema = plain(120)

/** A free note; it may hold personal data, so it is always stored as an encrypted blob, never in a record. */
export const noteSchema = plain(500)

/**
 * The number of the paper behind an operation, such as `INV-2026/117`: it begins with a letter, and no row of digits in it is as long as
 * a phone or ID number, because records hold nobody's numbers.
 */
export const paperReferenceSchema = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z](?:[A-Z0-9]|[-/.](?=[A-Z0-9])){0,29}$/, { error: 'not-a-reference' })
  .refine(text => !/\d{7}/.test(text), { error: 'not-a-reference' })

/** What a person types to sign in: not a name, so that it may stand outside the encrypted file. */
export const staffCodeSchema = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z0-9]{2,12}$/, { error: 'not-a-staff-code' })

/** Six characters and more, such as a PIN, where a keychain keeps a second secret; the engine asks for more where there is none. */
export const passphraseSchema = z.string().min(6, { error: 'too-short' }).max(200, { error: 'too-long' })
