import { z } from 'zod'
import { businessDateSchema } from '../calendar/business-date.ts'
import { nameSchema, shortTextSchema } from '../text-fields.ts'
import { clientLanguages } from './client-language.ts'

export const idDocumentKinds = [
  'national-id',
  'passport',
  'voter-card',
  'driving-licence',
  'refugee-card',
  'birth-certificate',
] as const

/** A picture of at most 200 kB, JPEG, PNG or WebP; the window scales it down before it is sent. */
export const photoSchema = z.strictObject({
  mediaType: z.enum(['image/jpeg', 'image/png', 'image/webp']),
  bytes: z.instanceof(Uint8Array).refine(bytes => bytes.length > 0 && bytes.length <= 200_000, {
    error: 'too-large',
  }),
})

/** What is asked of a person at registration. Names keep the script they are written in; a phone is in E.164 form. */
export const newClientSchema = z.strictObject({
  givenNames: nameSchema,
  familyName: nameSchema.optional(),
  sex: z.enum(['female', 'male', 'unstated']),
  birthDate: businessDateSchema,
  phone: z
    .string()
    .regex(/^\+[1-9]\d{6,14}$/, { error: 'not-a-phone-number' })
    .optional(),
  idDocument: z
    .strictObject({
      kind: z.enum(idDocumentKinds),
      number: z
        .string()
        .trim()
        .regex(/^[\p{L}\p{N}][\p{L}\p{N}/ -]{2,39}$/u, {
          error: 'not-an-id-number',
        }),
    })
    .optional(),
  address: shortTextSchema.optional(),
  /** In which they want their papers; absent where they have not said. */
  language: z.enum(clientLanguages).optional(),
  photo: photoSchema.optional(),
  /** Set by a person who has looked at the likely duplicates and says that this is somebody else. */
  notADuplicate: z.boolean().optional(),
})
export type NewClient = z.infer<typeof newClientSchema>

/** The profile as it is sealed: everything but the photo, which is a blob of its own. */
export const clientProfileSchema = newClientSchema.omit({
  photo: true,
  notADuplicate: true,
})
export type ClientProfile = z.infer<typeof clientProfileSchema>

export const displayName = (profile: Pick<ClientProfile, 'givenNames' | 'familyName'>): string =>
  [profile.givenNames, profile.familyName].filter(Boolean).join(' ')
