import { useTranslation } from 'react-i18next'
import { clientLanguages } from '../../../core/customers/client-language.ts'
import { idDocumentKinds } from '../../../core/customers/client-profile.ts'
import { formatPhone, readPhone } from '../../lib/format-phone.ts'
import { languages } from '../../lib/languages.ts'
import { DateField } from '../../ui/date-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import classes from './client-fields.module.css'
import type { ClientForm, FormProblem } from './client-form.ts'

interface ClientFieldsProps {
  readonly values: ClientForm
  readonly onChange: (changes: Partial<ClientForm>) => void
  readonly problems: readonly FormProblem[]
  /** The field that the engine would refuse. */
  readonly refused: keyof ClientForm | undefined
  readonly country: string
}

const languageOptions = clientLanguages.map(value => ({ value, label: languages[value] }))

const sexes = ['female', 'male', 'unstated'] as const

/** The fields in the order in which they are asked across the counter. */
export function ClientFields({ values, onChange, problems, refused, country }: ClientFieldsProps) {
  const { t } = useTranslation('clients')
  const problem = (field: keyof ClientForm, name?: FormProblem) =>
    name && problems.includes(name) ? { error: t(name) } : field === refused ? { error: true } : {}
  return (
    <div className={classes.fields}>
      <TextField
        label={t('given-names')}
        required
        autoFocus
        maxLength={80}
        text={values.givenNames}
        onText={givenNames => onChange({ givenNames })}
        {...problem('givenNames', 'names-missing')}
      />
      <TextField
        label={t('family-name')}
        maxLength={80}
        text={values.familyName}
        onText={familyName => onChange({ familyName })}
        {...problem('familyName')}
      />
      <DateField
        label={t('birth-date')}
        required
        text={values.birthDate}
        onText={birthDate => onChange({ birthDate })}
        {...problem('birthDate', 'birth-date-missing')}
      />
      <SelectField
        label={t('sex')}
        value={values.sex}
        onValue={sex => onChange({ sex })}
        options={sexes.map(value => ({ value, label: t(`sex-${value}`) }))}
      />
      <SelectField
        label={t('language')}
        value={values.language}
        onValue={language => onChange({ language })}
        options={[{ value: '', label: t('language-none') }, ...languageOptions]}
      />
      <PhoneField
        text={values.phone}
        onText={phone => onChange({ phone })}
        country={country}
        {...problem('phone', 'phone-unreadable')}
      />
      <TextField
        label={t('address')}
        hint={t('address-hint')}
        maxLength={120}
        text={values.address}
        onText={address => onChange({ address })}
        {...problem('address')}
      />
      <SelectField
        label={t('id-document')}
        value={values.idKind}
        onValue={idKind => onChange({ idKind })}
        options={idDocumentKinds.map(value => ({ value, label: t(`id-${value}`) }))}
      />
      <TextField
        label={t('id-number')}
        maxLength={40}
        dir="ltr"
        text={values.idNumber}
        onText={idNumber => onChange({ idNumber })}
        {...problem('idNumber')}
      />
    </div>
  )
}

interface PhoneFieldProps {
  readonly text: string
  readonly onText: (text: string) => void
  readonly country: string
  readonly error?: string | boolean
}

/** A phone number as people say it here; what was understood stands under it. */
function PhoneField({ text, onText, country, error }: PhoneFieldProps) {
  const { t } = useTranslation('clients')
  const number = readPhone(text, country)
  return (
    <TextField
      label={t('phone')}
      inputMode="tel"
      dir="ltr"
      maxLength={24}
      text={text}
      onText={onText}
      hint={number ? <bdi dir="ltr">{formatPhone(number)}</bdi> : t('phone-hint')}
      {...(error ? { error } : {})}
    />
  )
}
