import type { Role } from '../../../core/authority/roles.ts'
import { oversees } from '../../../core/decision/oversees.ts'
import type { Founding } from '../../../core/institution/founding.ts'
import type { CurrencyCode } from '../../../core/money/currency.ts'
import type { Language } from '../../lib/languages.ts'
import { passphraseMin } from '../../lib/passphrase-min.ts'
import { countOf, type Pieces } from '../../ui/denomination-count.tsx'
import { type Country, currencyByCountry } from './country-currency.ts'

export interface PersonForm {
  readonly id: number
  readonly name: string
  readonly code: string
  readonly role: Role
  readonly passphrase: string
}

/** What the wizard asks, as typed. It holds passphrases, so it never becomes a draft. */
export interface FoundingForm {
  readonly institutionName: string
  readonly country: Country
  readonly currency: CurrencyCode
  /** January is 1. */
  readonly fiscalYearStartMonth: number
  readonly branchCode: string
  readonly branchName: string
  readonly people: readonly PersonForm[]
  readonly pieces: Pieces
}

export const newPerson = (id: number, role: Role): PersonForm => ({ id, name: '', code: '', role, passphrase: '' })

const isCountry = (text: string | undefined): text is Country =>
  text !== undefined && Object.hasOwn(currencyByCountry, text)

/** Begins with the computer's own country, where that is one of those we know. */
export function emptyFounding(): FoundingForm {
  const [, region] = navigator.language.split('-')
  const country: Country = isCountry(region) ? region : 'KE'
  return {
    institutionName: '',
    country,
    currency: currencyByCountry[country],
    fiscalYearStartMonth: 1,
    branchCode: '001',
    branchName: '',
    people: [newPerson(1, 'manager'), newPerson(2, 'teller')],
    pieces: {},
  }
}

export const isInstitutionReady = (form: FoundingForm): boolean =>
  form.institutionName.trim() !== '' && form.branchName.trim() !== '' && /^\d{3}$/.test(form.branchCode)

const isPersonReady = ({ name, code, passphrase }: PersonForm): boolean =>
  name.trim() !== '' && /^[A-Z0-9]{2,12}$/.test(code) && passphrase.length >= passphraseMin

export const arePeopleReady = ({ people }: FoundingForm): boolean =>
  people.every(isPersonReady) && new Set(people.map(({ code }) => code)).size === people.length && people.some(oversees)

export const foundingOf = (form: FoundingForm, language: Language): Founding => ({
  institutionName: form.institutionName.trim(),
  country: form.country,
  currency: form.currency,
  template: 'microfinance',
  language,
  fiscalYearStartMonth: form.fiscalYearStartMonth,
  branch: { code: form.branchCode, name: form.branchName.trim() },
  staff: form.people.map(({ name, code, role, passphrase }) => ({ name: name.trim(), code, role, passphrase })),
  openingVault: countOf(form.pieces),
})
