import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { CurrencyCode } from '../../core/money/currency.ts'
import type { Refusal } from '../../core/refusal.ts'
import { ruleWord } from '../lib/refusal-text.ts'
import { DateField } from '../ui/date-field.tsx'
import { MoneyField } from '../ui/money-field.tsx'
import { Pair } from '../ui/page.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { InstructionForm } from './instruction-form.ts'

const frequencies: readonly InstructionForm['frequency'][] = ['weekly', 'fortnightly', 'monthly', 'quarterly']

interface InstructionTermsProps {
  readonly currency: CurrencyCode
  readonly values: InstructionForm
  readonly onChange: (changes: Partial<InstructionForm>) => void
  readonly refusal: Refusal | undefined
  /** Less than the amount may be taken, where less is due. */
  readonly isAtMost?: boolean
  readonly amountRef?: Ref<HTMLInputElement>
}

/** How much, how often, from when and for how long; what is refused of a field stands under it. */
export function InstructionTerms({
  currency,
  values,
  onChange,
  refusal,
  isAtMost = false,
  amountRef,
}: InstructionTermsProps) {
  const { t } = useTranslation('savings')
  const wrong = useFieldFault(refusal)
  return (
    <>
      <MoneyField
        large
        label={t(isAtMost ? 'instruction-at-most' : 'instruction-amount')}
        currency={currency}
        text={values.amount}
        onText={text => onChange({ amount: text })}
        {...(amountRef ? { inputRef: amountRef } : {})}
      />
      <Pair>
        <SelectField
          label={t('instruction-frequency')}
          value={values.frequency}
          onValue={frequency => onChange({ frequency })}
          options={frequencies.map(value => ({ value, label: t(`frequency-${value}`) }))}
        />
        <DateField
          label={t('instruction-starts')}
          text={values.startsOn}
          onText={startsOn => onChange({ startsOn })}
          error={wrong('startsOn')}
          required
        />
        <DateField
          label={t('instruction-ends')}
          hint={t('instruction-until-cancelled')}
          text={values.endsOn}
          onText={endsOn => onChange({ endsOn })}
          error={wrong('endsOn')}
        />
        <TextField
          label={t('instruction-times')}
          hint={t('instruction-until-cancelled')}
          text={values.times}
          onText={times => onChange({ times })}
          error={wrong('times')}
          inputMode="numeric"
          dir="ltr"
          maxLength={4}
        />
        <TextField
          label={t('instruction-retry')}
          hint={t('instruction-retry-hint')}
          text={values.retryDays}
          onText={retryDays => onChange({ retryDays })}
          error={wrong('retryDays')}
          inputMode="numeric"
          dir="ltr"
          maxLength={2}
        />
      </Pair>
    </>
  )
}

const typedFields = ['startsOn', 'endsOn', 'times', 'retryDays'] as const
type TypedField = (typeof typedFields)[number]

const refusedField = (refusal: Refusal | undefined): TypedField | undefined =>
  refusal?.type === 'field-invalid'
    ? typedFields.find(field => refusal.field === field || refusal.field.endsWith(`.${field}`))
    : undefined

/** Whether the fields show the refusal themselves. */
export const isOfField = (refusal: Refusal | undefined): boolean => refusedField(refusal) !== undefined

/** Why the engine does not take a field. */
function useFieldFault(refusal: Refusal | undefined): (field: TypedField) => string | undefined {
  const { t } = useTranslation('refusals')
  return field =>
    refusal?.type === 'field-invalid' && refusedField(refusal) === field ? ruleWord(refusal.rule, t) : undefined
}
