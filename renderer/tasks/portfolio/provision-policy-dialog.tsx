import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BusinessDate } from '../../../core/calendar/business-date.ts'
import { type ProvisionMethod, type ProvisionPolicy, provisionMethods } from '../../../core/loans/provision.ts'
import { formatRate } from '../../../core/money/format-rate.ts'
import { typedDate } from '../../lib/read-date.ts'
import { readRate } from '../../lib/read-rate.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useOperationKey } from '../../lib/use-operation-key.ts'
import { Action, PrimaryAction } from '../../ui/action.tsx'
import { DateField, useTypedDate } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'

interface PolicyDialogProps {
  readonly policy: ProvisionPolicy
  readonly asOf: BusinessDate
  readonly onClose: () => void
}

/** By what losses are provided for from a day on, and with what percent of each stage; of today and of days before only what is said anew changes. Rule: W77. */
export function ProvisionPolicyDialog({ policy, asOf, onClose }: PolicyDialogProps) {
  const { t, i18n } = useTranslation('portfolio')
  const locale = i18n.language
  const { key } = useOperationKey()
  const set = useCommand<'provision.set-policy'>()
  const [method, setMethod] = useState<ProvisionMethod>(policy.method)
  const [texts, setTexts] = useState(() => policy.stagePercents.map(percent => formatRate(percent, locale)))
  const [fromText, setFromText] = useState(() => typedDate(asOf, locale))
  const from = useTypedDate(fromText)
  const [first, second, third] = texts.map(text => readRate(text, locale))
  async function submit(): Promise<void> {
    if (!from || !first || !second || !third) return
    const stagePercents: [typeof first, typeof second, typeof third] = [first, second, third]
    const result = await set.run({ type: 'provision.set-policy', key, from, method, stagePercents })
    if (result.ok) onClose()
  }
  return (
    <Dialog
      title={t('set-policy')}
      onClose={onClose}
      onSubmit={() => void submit()}
      acts={
        <>
          <Action onAct={onClose}>{t('cancel')}</Action>
          <PrimaryAction keyShown="enter" isBusy={set.isBusy} disabled={!from || !first || !second || !third}>
            {t('save-policy')}
          </PrimaryAction>
        </>
      }
    >
      <SelectField
        label={t('method')}
        value={method}
        options={provisionMethods.map(value => ({ value, label: t(`method-${value}`) }))}
        onValue={setMethod}
        autoFocus
      />
      {texts.map((text, place) => (
        <TextField
          // biome-ignore lint/suspicious/noArrayIndexKey: there are three stages, in their order
          key={place}
          label={t(`stage-${place === 0 ? 'first' : place === 1 ? 'second' : 'third'}`)}
          text={text}
          onText={typed => setTexts(texts.with(place, typed))}
          error={text !== '' && !readRate(text, locale) ? t('percent-unreadable') : undefined}
          inputMode="numeric"
          dir="ltr"
          maxLength={12}
          required
        />
      ))}
      <DateField label={t('policy-from')} text={fromText} onText={setFromText} required />
      {set.refusal && <RefusalNote refusal={set.refusal} />}
    </Dialog>
  )
}
