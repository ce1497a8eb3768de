import { useTranslation } from 'react-i18next'
import type { ChartRow } from '../../../core/query/ledger-answers.ts'
import { DateField } from '../../ui/date-field.tsx'
import { MoneyField } from '../../ui/money-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { FieldOf } from './product-fields.ts'
import type { ProductForm } from './product-form.ts'
import { useProductWords } from './product-words.ts'

interface TermFieldProps {
  readonly spec: FieldOf
  readonly form: ProductForm
  readonly chart: readonly ChartRow[]
  readonly error: string | undefined
  readonly onText: (text: string) => void
  readonly autoFocus: boolean
}

/** One term of a product, asked for in the way that its values are written. */
export function TermField({ spec, form, chart, error, onText, autoFocus }: TermFieldProps) {
  const { t } = useTranslation('products')
  const words = useProductWords()
  const { field } = spec
  const text = form.terms[field] ?? ''
  const hint = words.hint(field)
  const common = { label: words.term(field), autoFocus, error, ...(hint ? { hint } : {}) }
  const typed = { ...common, text, onText }
  const isRequired = !(spec.isOptional || spec.isZeroWhenEmpty)
  switch (spec.value) {
    case 'words':
      return <TextField {...typed} maxLength={60} required />
    case 'id':
      return <TextField {...typed} maxLength={60} dir="ltr" required />
    case 'percent':
      return <TextField {...typed} dir="ltr" inputMode="numeric" icon="%" maxLength={20} required={isRequired} />
    case 'count':
      return <TextField {...typed} dir="ltr" inputMode="numeric" maxLength={6} required={isRequired} />
    case 'date':
      return <DateField {...typed} required />
    case 'money':
      return <MoneyField {...typed} currency={form.currency} mayBeZero />
    case 'choice':
      return (
        <SelectField
          {...common}
          value={text}
          onValue={onText}
          options={spec.choices.map(value => ({ value, label: words.choice(field, value) }))}
        />
      )
    case 'ledger': {
      const fitting = chart.filter(
        ({ type, control, posting, isClosed }) =>
          posting && !isClosed && type === spec.type && control === spec.control,
      )
      const known = fitting.some(({ code }) => code === text)
      return (
        <SelectField
          {...common}
          value={text}
          onValue={onText}
          options={[
            ...(known ? [] : [{ value: text, label: text === '' ? t('choose-account') : text, disabled: true }]),
            ...fitting.map(({ code, name }) => ({ value: code, label: `${code} ${name}` })),
          ]}
        />
      )
    }
  }
}
