import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isCurrencyCode } from '../../../core/money/currency.ts'
import { typedDate } from '../../lib/read-date.ts'
import { readRate } from '../../lib/read-rate.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useOperationKey } from '../../lib/use-operation-key.ts'
import { wallDate } from '../../lib/wall-date.ts'
import { Action, PrimaryAction } from '../../ui/action.tsx'
import { DateField, useTypedDate } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { TextField } from '../../ui/text-field.tsx'

const prices = ['buy', 'mid', 'sell'] as const

/** What a currency costs from a day on; what was said before stays, and another saying for the same day is its next version. */
export function PublishRateDialog({ onClose }: { readonly onClose: () => void }) {
  const { t, i18n } = useTranslation('exchange')
  const { key } = useOperationKey()
  const businessDate = useAnswer({ type: 'my-day' }).answer?.businessDate
  const [form, setForm] = useState({ currency: '', buy: '', mid: '', sell: '' })
  const [fromText, setFromText] = useState(() => typedDate(businessDate ?? wallDate(), i18n.language))
  const from = useTypedDate(fromText)
  const publish = useCommand<'rate.publish'>()
  const { currency } = form
  const [buy, mid, sell] = prices.map(name => readRate(form[name], i18n.language))
  const isKnown = isCurrencyCode(currency)
  async function submit(): Promise<void> {
    if (!isKnown || !from || !buy || !mid || !sell) return
    const result = await publish.run({ type: 'rate.publish', key, currency, from, buy, mid, sell })
    if (result.ok) onClose()
  }
  return (
    <Dialog
      title={t('publish-rate')}
      onClose={onClose}
      onSubmit={() => void submit()}
      acts={
        <>
          <Action onAct={onClose}>{t('cancel')}</Action>
          <PrimaryAction keyShown="enter" isBusy={publish.isBusy} disabled={!isKnown || !from || !buy || !mid || !sell}>
            {t('publish')}
          </PrimaryAction>
        </>
      }
    >
      <TextField
        label={t('currency')}
        hint={t('currency-hint')}
        text={currency}
        onText={text => setForm({ ...form, currency: text.toUpperCase() })}
        error={currency.length === 3 && !isKnown ? t('currency-unknown') : undefined}
        dir="ltr"
        maxLength={3}
        required
        autoFocus
      />
      <DateField label={t('from-day')} text={fromText} onText={setFromText} required />
      {prices.map(name => (
        <TextField
          key={name}
          label={t(`rate-${name}`)}
          text={form[name]}
          onText={text => setForm({ ...form, [name]: text })}
          error={form[name] !== '' && !readRate(form[name], i18n.language) ? t('rate-unreadable') : undefined}
          inputMode="numeric"
          dir="ltr"
          maxLength={24}
          required
        />
      ))}
      {publish.refusal && <RefusalNote refusal={publish.refusal} />}
    </Dialog>
  )
}
