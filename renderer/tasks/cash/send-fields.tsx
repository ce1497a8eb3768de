import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { Pieces } from '../../ui/denomination-count.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { CashChoice } from './cash-choices.ts'

interface SendFieldsProps {
  readonly from: CashChoice
  /** Nothing until the person has chosen. */
  readonly to: CashChoice | undefined
  readonly sources: readonly CashChoice[]
  readonly targets: readonly CashChoice[]
  readonly targetRef: Ref<HTMLSelectElement>
  readonly slip: string
  readonly onChange: (changes: { from?: string; to?: string; slip?: string; pieces?: Pieces }) => void
}

const options = (choices: readonly CashChoice[]) => choices.map(({ key, label }) => ({ value: key, label }))

/** From where, to where, and the number of the bag or of the bank's slip. */
export function SendFields({ from, to, sources, targets, targetRef, slip, onChange }: SendFieldsProps) {
  const { t } = useTranslation('transfers')
  function changeFrom(key: string): void {
    const isSameCash = sources.find(source => source.key === key)?.currency === from.currency
    onChange(isSameCash ? { from: key, to: '' } : { from: key, to: '', pieces: {} })
  }
  return (
    <>
      <SelectField label={t('from')} value={from.key} onValue={changeFrom} options={options(sources)} autoFocus />
      <SelectField
        label={t('to')}
        required
        selectRef={targetRef}
        value={to?.key ?? ''}
        onValue={key => onChange({ to: key })}
        options={[{ value: '', label: t('choose-place'), disabled: true }, ...options(targets)]}
      />
      <TextField
        label={t('slip')}
        hint={t('slip-hint')}
        text={slip}
        onText={text => onChange({ slip: text })}
        maxLength={30}
        dir="ltr"
      />
    </>
  )
}
