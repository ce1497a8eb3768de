import { useTranslation } from 'react-i18next'
import type { CommandOf } from '../../../core/command/command.ts'
import type { CurrencyCode } from '../../../core/money/currency.ts'
import type { AccountAnswer } from '../../../core/query/savings-answers.ts'
import { DateField, useTypedDate } from '../../ui/date-field.tsx'
import { MoneyField, useAmount } from '../../ui/money-field.tsx'
import { Stack } from '../../ui/page.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'

type PlaceHold = CommandOf<'hold.place'>
type HoldReason = PlaceHold['reason']
const reasons: readonly HoldReason[] = ['dispute', 'court-order', 'guarantee', 'cheque', 'other']

export interface HoldForm {
  readonly amount: string
  /** Nothing until the person has chosen: a reason that is proposed is a reason that nobody thought about. */
  readonly reason: HoldReason | ''
  readonly note: string
  /** The last day that it counts on; until it is released when empty. */
  readonly expiresOn: string
}

interface HoldDraft {
  readonly isReady: boolean
  readonly key: string
  readonly values: HoldForm
}

/** The hold that the form describes; its effect can be seen as soon as the amount is there. */
export function useHoldCommand(
  { isReady, key, values: { amount, reason, note, expiresOn } }: HoldDraft,
  { accountId, currency }: AccountAnswer,
): { readonly command: PlaceHold | undefined; readonly previewed: PlaceHold | undefined } {
  const amountMinor = useAmount(amount, currency)
  const lastDay = useTypedDate(expiresOn)
  if (amountMinor === undefined || !isReady || (expiresOn.trim() !== '' && !lastDay))
    return { command: undefined, previewed: undefined }
  const text = note.trim()
  const holdFor = (why: HoldReason): PlaceHold => ({
    type: 'hold.place',
    key,
    accountId,
    amountMinor,
    currency,
    reason: why,
    ...(text ? { note: text } : {}),
    ...(lastDay ? { expiresOn: lastDay } : {}),
  })
  return { command: reason === '' ? undefined : holdFor(reason), previewed: holdFor(reason === '' ? 'other' : reason) }
}

interface HoldFieldsProps {
  readonly values: HoldForm
  readonly onChange: (changes: Partial<HoldForm>) => void
  readonly currency: CurrencyCode
}

/** How much, why, and what else there is to say. */
export function HoldFields({ values, onChange, currency }: HoldFieldsProps) {
  const { t } = useTranslation('savings')
  return (
    <Stack>
      <MoneyField
        large
        autoFocus
        label={t('hold-amount')}
        currency={currency}
        text={values.amount}
        onText={amount => onChange({ amount })}
      />
      <SelectField<HoldReason | ''>
        label={t('reason')}
        required
        value={values.reason}
        onValue={reason => onChange({ reason })}
        options={[
          { value: '', label: t('reason-choose'), disabled: true },
          ...reasons.map(value => ({ value, label: t(`hold-reason-${value}`) })),
        ]}
      />
      <DateField
        label={t('hold-until')}
        hint={t('hold-until-hint')}
        text={values.expiresOn}
        onText={expiresOn => onChange({ expiresOn })}
      />
      <TextField
        label={t('note')}
        hint={t('note-hint')}
        text={values.note}
        onText={note => onChange({ note })}
        maxLength={500}
      />
    </Stack>
  )
}
