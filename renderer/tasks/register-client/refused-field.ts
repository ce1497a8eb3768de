import type { Refusal } from '../../../core/refusal.ts'
import type { ClientForm } from './client-form.ts'

/** The form's fields by the last word of their path in the command. */
const fieldByPath: Readonly<Record<string, keyof ClientForm>> = {
  givenNames: 'givenNames',
  familyName: 'familyName',
  birthDate: 'birthDate',
  phone: 'phone',
  address: 'address',
  number: 'idNumber',
}
const fieldOfDuplicate = { 'id-number': 'idNumber', phone: 'phone', 'name-and-birth-date': 'givenNames' } as const

/** Which field of the form a refusal speaks of, if it speaks of one. */
export function refusedField(refusal: Refusal | undefined): keyof ClientForm | undefined {
  switch (refusal?.type) {
    case 'field-invalid':
      return fieldByPath[refusal.field.split('.').at(-1) ?? '']
    case 'birth-date-in-future':
    case 'client-too-young':
      return 'birthDate'
    case 'client-may-exist':
      return fieldOfDuplicate[refusal.because]
    default:
      return undefined
  }
}
