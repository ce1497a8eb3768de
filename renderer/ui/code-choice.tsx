import { useTranslation } from 'react-i18next'
import { SelectField } from './select-field.tsx'
import classes from './sign-in-form.module.css'
import { TextField } from './text-field.tsx'

interface CodeChoiceProps {
  readonly codes: readonly string[]
  readonly code: string
  readonly onCode: (code: string) => void
}

const chipsMax = 9

/** The staff codes of this computer: a few are shown at once, many are a list. */
export function CodeChoice({ codes, code, onCode }: CodeChoiceProps) {
  const { t } = useTranslation('frame')
  if (codes.length === 0)
    return <TextField label={t('staff-code')} text={code} onText={text => onCode(text.toUpperCase())} dir="ltr" />
  if (codes.length > chipsMax)
    return (
      <SelectField
        label={t('staff-code')}
        value={code}
        onValue={onCode}
        options={codes.map(value => ({ value, label: value }))}
      />
    )
  return (
    <fieldset className={classes.codes}>
      <legend className={classes.legend}>{t('staff-code')}</legend>
      {codes.map(value => (
        <label className={classes.code} key={value}>
          <input type="radio" name="staff-code" value={value} checked={value === code} onChange={() => onCode(value)} />
          <span>{value}</span>
        </label>
      ))}
    </fieldset>
  )
}
