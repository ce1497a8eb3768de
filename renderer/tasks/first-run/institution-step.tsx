import { useTranslation } from 'react-i18next'
import { westernDigits } from '../../../core/customers/fold-text.ts'
import { formatMonth } from '../../lib/format-date.ts'
import { Stack } from '../../ui/page.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { countryOptions, currencyByCountry, currencyOptions } from './country-currency.ts'
import classes from './first-run.module.css'
import type { FoundingForm } from './founding-form.ts'

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

export interface StepProps {
  readonly form: FoundingForm
  readonly onChange: (changes: Partial<FoundingForm>) => void
}

export function InstitutionStep({ form, onChange }: StepProps) {
  const { t, i18n } = useTranslation('frame')
  const locale = i18n.language
  return (
    <Stack>
      <TextField
        label={t('institution-name')}
        text={form.institutionName}
        onText={institutionName => onChange({ institutionName })}
        maxLength={80}
        required
        autoFocus
      />
      <div className={classes.pair}>
        <SelectField
          label={t('country')}
          value={form.country}
          options={countryOptions(locale)}
          onValue={country => onChange({ country, currency: currencyByCountry[country], pieces: {} })}
        />
        <SelectField
          label={t('currency')}
          value={form.currency}
          options={currencyOptions(locale)}
          onValue={currency => onChange({ currency, pieces: {} })}
        />
      </div>
      <div className={classes.pair}>
        <TextField
          label={t('branch-name')}
          text={form.branchName}
          onText={branchName => onChange({ branchName })}
          maxLength={80}
          required
        />
        <TextField
          label={t('branch-code')}
          hint={t('branch-code-hint')}
          text={form.branchCode}
          onText={text => onChange({ branchCode: westernDigits(text).replace(/\D/g, '') })}
          inputMode="numeric"
          dir="ltr"
          maxLength={3}
          required
        />
      </div>
      <SelectField
        label={t('fiscal-year-start')}
        value={String(form.fiscalYearStartMonth)}
        options={months.map(month => ({ value: String(month), label: formatMonth(month, locale) }))}
        onValue={month => onChange({ fiscalYearStartMonth: Number(month) })}
      />
      <p className={classes.note}>{t('template-about')}</p>
    </Stack>
  )
}
