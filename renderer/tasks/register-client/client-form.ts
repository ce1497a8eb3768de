import type { BusinessDate } from '../../../core/calendar/business-date.ts'
import type { ClientLanguage } from '../../../core/customers/client-language.ts'
import { type ClientProfile, idDocumentKinds, type NewClient } from '../../../core/customers/client-profile.ts'
import { readPhone } from '../../lib/format-phone.ts'
import { readDate, typedDate } from '../../lib/read-date.ts'
import { textToPhoto } from './photo-text.ts'

/** The form as typed; everything is text, so that a draft keeps it. */
export interface ClientForm {
  readonly givenNames: string
  readonly familyName: string
  readonly sex: NewClient['sex']
  /** Empty where the client has not said. */
  readonly language: ClientLanguage | ''
  readonly birthDate: string
  readonly phone: string
  readonly idKind: (typeof idDocumentKinds)[number]
  readonly idNumber: string
  readonly address: string
  readonly photo: string
  readonly notADuplicate: boolean
}

export const emptyForm: ClientForm = {
  givenNames: '',
  familyName: '',
  sex: 'unstated',
  language: '',
  birthDate: '',
  phone: '',
  idKind: idDocumentKinds[0],
  idNumber: '',
  address: '',
  photo: '',
  notADuplicate: false,
}

/**
 * The form of a client who is known already; the photo is asked for only to replace it. That this is nobody else was
 * settled at registration, and stands until the names, the birth date, the phone or the papers change.
 */
export const formOf = (profile: ClientProfile, locale: string): ClientForm => ({
  givenNames: profile.givenNames,
  familyName: profile.familyName ?? '',
  sex: profile.sex,
  language: profile.language ?? '',
  birthDate: typedDate(profile.birthDate, locale),
  phone: profile.phone ?? '',
  idKind: profile.idDocument?.kind ?? idDocumentKinds[0],
  idNumber: profile.idDocument?.number ?? '',
  address: profile.address ?? '',
  photo: '',
  notADuplicate: true,
})

interface ReadingPlace {
  readonly locale: string
  readonly country: string
}

export type FormProblem = 'names-missing' | 'birth-date-missing' | 'phone-unreadable'

/** What still keeps the form from being a client, field by field. */
export function problemsOf(form: ClientForm, place: ReadingPlace): readonly FormProblem[] {
  const problems: FormProblem[] = []
  if (form.givenNames.trim() === '') problems.push('names-missing')
  if (readDate(form.birthDate, place.locale) === undefined) problems.push('birth-date-missing')
  if (form.phone.trim() !== '' && readPhone(form.phone, place.country) === undefined) problems.push('phone-unreadable')
  return problems
}

/** The client that the form describes; nothing while something is missing or cannot be read. */
export function clientOf(form: ClientForm, place: ReadingPlace): Omit<NewClient, 'photo'> | undefined {
  const birthDate: BusinessDate | undefined = readDate(form.birthDate, place.locale)
  if (birthDate === undefined || problemsOf(form, place).length > 0) return undefined
  const phone = readPhone(form.phone, place.country)
  const familyName = form.familyName.trim()
  const idNumber = form.idNumber.trim()
  const address = form.address.trim()
  return {
    givenNames: form.givenNames.trim(),
    sex: form.sex,
    birthDate,
    ...(familyName ? { familyName } : {}),
    ...(phone ? { phone } : {}),
    ...(idNumber ? { idDocument: { kind: form.idKind, number: idNumber } } : {}),
    ...(address ? { address } : {}),
    ...(form.language ? { language: form.language } : {}),
    ...(form.notADuplicate ? { notADuplicate: true } : {}),
  }
}

export function withPhoto(client: Omit<NewClient, 'photo'>, { photo }: ClientForm): NewClient {
  const picture = textToPhoto(photo)
  return picture ? { ...client, photo: picture } : client
}
