import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountAnswer } from '../../../core/query/savings-answers.ts'
import type { Refusal } from '../../../core/refusal.ts'
import { AccountPicker } from '../../counter/account-picker.tsx'
import { Signatures } from '../../counter/signatures.tsx'
import { ruleWord } from '../../lib/refusal-text.ts'
import { DateField } from '../../ui/date-field.tsx'
import { MoneyField } from '../../ui/money-field.tsx'
import { Pair } from '../../ui/page.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { InstructionForm } from './instruction-form.ts'

interface InstructionFieldsProps {
  readonly account: AccountAnswer
  readonly values: InstructionForm
  readonly onChange: (changes: Partial<InstructionForm>) => void
  readonly refusal: Refusal | undefined
}

const frequencies: readonly InstructionForm['frequency'][] = ['weekly', 'fortnightly', 'monthly', 'quarterly']

/** To whom, how much, how often, from when and for how long; what is refused of a field stands under it. */
export function InstructionFields({ account, values, onChange, refusal }: InstructionFieldsProps) {
  const { t } = useTranslation('savings')
  const wrong = useFieldFault(refusal)
  const amount = useRef<HTMLInputElement>(null)
  const { to } = values
  useEffect(() => {
    if (to !== '') amount.current?.focus()
  }, [to])
  return (
    <>
      <AccountPicker
        label={t('transfer-to')}
        from={account}
        accountId={to}
        onAccount={chosen => onChange({ to: chosen })}
      />
      <MoneyField
        large
        label={t('instruction-amount')}
        currency={account.currency}
        text={values.amount}
        onText={text => onChange({ amount: text })}
        inputRef={amount}
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
      <Signatures account={account} signedBy={values.signedBy} onChange={signedBy => onChange({ signedBy })} />
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
