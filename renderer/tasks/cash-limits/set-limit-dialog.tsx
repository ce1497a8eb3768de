import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type LimitedPlace, limitedPlaces } from '../../../core/cash/cash-limit.ts'
import type { CurrencyCode } from '../../../core/money/currency.ts'
import { type OpenSession, useOpenSession } from '../../lib/session.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useOperationKey } from '../../lib/use-operation-key.ts'
import { Action, PrimaryAction } from '../../ui/action.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { MoneyField, useAmount } from '../../ui/money-field.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { SelectField } from '../../ui/select-field.tsx'

/** What may lie in a place, and of a vault what should; an empty field is no limit. */
export function SetLimitDialog({ onClose }: { readonly onClose: () => void }) {
  const session = useOpenSession()
  return session ? <SetLimit session={session} onClose={onClose} /> : null
}

function SetLimit({ session, onClose }: { readonly session: OpenSession; readonly onClose: () => void }) {
  const { t } = useTranslation('transfers')
  const { key } = useOperationKey()
  const { answer: branches = [] } = useAnswer({ type: 'branches' })
  const { answer: rates = [] } = useAnswer({ type: 'rates' })
  const [branchId, setBranchId] = useState('')
  const [place, setPlace] = useState<LimitedPlace>('vault')
  const [currency, setCurrency] = useState<CurrencyCode>(session.institution.currency)
  const [max, setMax] = useState('')
  const [min, setMin] = useState('')
  const maxMinor = useAmount(max, currency)
  const minMinor = useAmount(min, currency)
  const set = useCommand<'cash-limit.set'>()
  const branch = branches.find(one => one.branchId === branchId) ?? branches[0]
  const isUnreadable = (max.trim() !== '' && maxMinor === undefined) || (min.trim() !== '' && minMinor === undefined)
  async function submit(): Promise<void> {
    if (!branch || isUnreadable) return
    const limits = {
      ...(maxMinor === undefined ? {} : { maxMinor }),
      ...(minMinor === undefined || place !== 'vault' ? {} : { minMinor }),
    }
    const result = await set.run({ type: 'cash-limit.set', key, branchId: branch.branchId, place, currency, ...limits })
    if (result.ok) onClose()
  }
  return (
    <Dialog
      title={t('set-limit')}
      onClose={onClose}
      onSubmit={() => void submit()}
      acts={
        <>
          <Action onAct={onClose}>{t('cancel')}</Action>
          <PrimaryAction keyShown="enter" isBusy={set.isBusy} disabled={!branch || isUnreadable}>
            {t('set-limit')}
          </PrimaryAction>
        </>
      }
    >
      <SelectField
        label={t('branch')}
        value={branch?.branchId ?? ''}
        onValue={setBranchId}
        options={branches.map(one => ({ value: one.branchId, label: one.name }))}
        autoFocus
      />
      <SelectField
        label={t('place')}
        value={place}
        onValue={setPlace}
        options={limitedPlaces.map(value => ({ value, label: t(`limit-of-${value}`) }))}
      />
      <SelectField
        label={t('currency')}
        value={currency}
        onValue={setCurrency}
        options={[session.institution.currency, ...rates.map(rate => rate.currency)].map(code => ({
          value: code,
          label: code,
        }))}
      />
      <MoneyField label={t('limit-max')} currency={currency} text={max} onText={setMax} />
      {place === 'vault' && <MoneyField label={t('limit-min')} currency={currency} text={min} onText={setMin} />}
      {set.refusal && <RefusalNote refusal={set.refusal} />}
    </Dialog>
  )
}
