import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOpenSession } from '../../lib/session.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useOperationKey } from '../../lib/use-operation-key.ts'
import { Action, PrimaryAction } from '../../ui/action.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'

interface AddBankAccountDialogProps {
  /** Accounts of the chart that are another bank account's. */
  readonly taken: readonly string[]
  readonly onClose: () => void
}

/** An account at a bank, on an asset account of the chart that is free. */
export function AddBankAccountDialog({ taken, onClose }: AddBankAccountDialogProps) {
  const { t } = useTranslation('transfers')
  const { key } = useOperationKey()
  const own = useOpenSession()?.institution.currency
  const { answer: chart = [] } = useAnswer({ type: 'chart' })
  const { answer: rates = [] } = useAnswer({ type: 'rates' })
  const [form, setForm] = useState({ account: '', bankName: '', number: '', currency: '' })
  const add = useCommand<'bank-account.add'>()
  const free = chart.filter(
    ({ code, type, posting, control, isClosed }) =>
      posting && !isClosed && type === 'asset' && control === undefined && !taken.includes(code),
  )
  const currencies = own ? [own, ...rates.map(rate => rate.currency)] : []
  const currency = currencies.find(code => code === form.currency) ?? own
  const bankName = form.bankName.trim()
  const number = form.number.trim()
  async function submit(): Promise<void> {
    if (!currency) return
    const result = await add.run({ type: 'bank-account.add', key, account: form.account, bankName, number, currency })
    if (result.ok) onClose()
  }
  return (
    <Dialog
      title={t('add-bank-account')}
      onClose={onClose}
      onSubmit={() => void submit()}
      acts={
        <>
          <Action onAct={onClose}>{t('cancel')}</Action>
          <PrimaryAction
            keyShown="enter"
            isBusy={add.isBusy}
            disabled={form.account === '' || bankName === '' || number === ''}
          >
            {t('add-bank-account')}
          </PrimaryAction>
        </>
      }
    >
      <SelectField
        label={t('ledger-account')}
        hint={t('ledger-account-hint')}
        value={form.account}
        onValue={account => setForm({ ...form, account })}
        options={[
          { value: '', label: t('choose-account'), disabled: true },
          ...free.map(({ code, name }) => ({ value: code, label: `${code} ${name}` })),
        ]}
        autoFocus
      />
      <TextField
        label={t('bank-name')}
        text={form.bankName}
        onText={text => setForm({ ...form, bankName: text })}
        maxLength={80}
        required
      />
      <TextField
        label={t('bank-number')}
        text={form.number}
        onText={text => setForm({ ...form, number: text })}
        dir="ltr"
        maxLength={40}
        required
      />
      <SelectField
        label={t('currency')}
        value={currency ?? ''}
        onValue={code => setForm({ ...form, currency: code })}
        options={currencies.map(code => ({ value: code, label: code }))}
      />
      {add.refusal && <RefusalNote refusal={add.refusal} />}
    </Dialog>
  )
}
