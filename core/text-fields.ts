import { z } from 'zod'

/** Control characters, lone surrogates, line separators and bidirectional overrides, which could disguise what a person signs. */
const controls = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u

const plain = (max: number) =>
  z
    .string()
    .trim()
    .min(1, { error: 'empty' })
    .max(max, { error: 'too-long' })
    .refine((text) => !controls.test(text), { error: 'control-character' })

export const nameSchema = plain(80)
export const shortTextSchema = plain(120)

/** A free note; it may hold personal data, so it is always stored as an encrypted blob, never in a record. */
export const noteSchema = plain(500)

/** What a person types to sign in: not a name, so that it may stand outside the encrypted file. */
export const staffCodeSchema = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z0-9]{2,12}$/, { error: 'not-a-staff-code' })

/** Six characters and more, such as a PIN, where a keychain keeps a second secret; the engine asks for more where there is none. */
export const passphraseSchema = z.string().min(6, { error: 'too-short' }).max(200, { error: 'too-long' })
