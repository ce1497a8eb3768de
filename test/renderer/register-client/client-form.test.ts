import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { clientProfileSchema, newClientSchema } from '../../../core/customers/client-profile.ts'
import {
  type ClientForm,
  clientOf,
  emptyForm,
  formOf,
  problemsOf,
  withPhoto,
} from '../../../renderer/tasks/register-client/client-form.ts'
import { photoToText, textToPhoto } from '../../../renderer/tasks/register-client/photo-text.ts'

const place = { locale: 'en-KE', country: 'KE' }
const typed = (changes: Partial<ClientForm>): ClientForm => ({
  ...emptyForm,
  givenNames: 'Achieng',
  birthDate: '17/04/1988',
  ...changes,
})

describe('the form of a client', () => {
  test('[W18] says which fields are missing or cannot be read, and makes no client until they are mended', () => {
    expect(problemsOf(emptyForm, place)).toEqual(['names-missing', 'birth-date-missing'])
    const form = typed({ phone: '12', birthDate: '31/02/1988' })
    expect(problemsOf(form, place)).toEqual(['birth-date-missing', 'phone-unreadable'])
    expect(clientOf(form, place)).toBeUndefined()
  })

  test.each([
    ['0712 345 678', 'KE', '+254712345678'],
    ['+256 772 123456', 'KE', '+256772123456'],
    ['0772-123456', 'UG', '+256772123456'],
  ])('[W18] the phone %s in %s is %s', (phone, country, expected) => {
    expect(clientOf(typed({ phone }), { locale: 'en-KE', country })?.phone).toBe(expected)
  })

  test('[W18] leaves out what was not filled in, and what it makes is a client for the engine', () => {
    const client = clientOf(typed({ familyName: '  ', idNumber: ' 12345678 ', address: '' }), place)
    expect(client).toEqual({
      givenNames: 'Achieng',
      sex: 'unstated',
      birthDate: businessDate('1988-04-17'),
      idDocument: { kind: 'national-id', number: '12345678' },
    })
    expect(newClientSchema.safeParse(client).success).toBe(true)
  })

  test('[W18] a known profile comes back unchanged from its form in each locale, as nobody else', () => {
    const profile = clientProfileSchema.parse({
      givenNames: 'ጸሃይ',
      familyName: 'በቀለ',
      sex: 'female',
      birthDate: '1990-05-05',
      phone: '+251911234567',
      idDocument: { kind: 'passport', number: 'EP 123456' },
      address: 'Behind the church',
      language: 'sw',
    })
    for (const locale of ['en-KE', 'en-US', 'fr-SN', 'ar-EG', 'hi-IN'])
      expect(clientOf(formOf(profile, locale), { locale, country: 'ET' })).toEqual({ ...profile, notADuplicate: true })
  })
})

describe('a photo in a draft', () => {
  test('[W19] comes back byte for byte', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 20_000 }), bytes => {
        const photo = { mediaType: 'image/jpeg' as const, bytes: new Uint8Array(bytes) }
        expect(textToPhoto(photoToText(photo))).toEqual(photo)
      }),
      { seed: 17, numRuns: 100 },
    )
  })

  test('[W19] fits beside everything else when it is as large as a photo can be', () => {
    const photo = photoToText({ mediaType: 'image/jpeg', bytes: new Uint8Array(140_000).fill(255) })
    const longest = 'ጸ'.repeat(120)
    const values = typed({ givenNames: longest, familyName: longest, address: longest, photo })
    expect(JSON.stringify({ key: crypto.randomUUID(), values }).length).toBeLessThan(200_000)
  })

  test('[W19] is sent only when there is one', () => {
    const client = { givenNames: 'A', sex: 'unstated', birthDate: businessDate('1988-04-17') } as const
    expect(withPhoto(client, emptyForm)).toEqual(client)
  })
})
