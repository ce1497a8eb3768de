import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountAnswer } from '../../../core/query/savings-answers.ts'
import type { CloseAccount as CloseAccountCommand } from '../../../core/savings/savings-commands.ts'
import { AccountPicker } from '../../counter/account-picker.tsx'
import { ConfirmButton } from '../../counter/confirm-button.tsx'
import { useEntryWord } from '../../counter/entry-words.ts'
import { Facts } from '../../counter/facts.tsx'
import { Refused } from '../../counter/refused.tsx'
import { Signatures, signaturesOf } from '../../counter/signatures.tsx'
import { useConfirmStep } from '../../counter/use-confirm-step.ts'
import { useOperation } from '../../counter/use-operation.ts'
import { formatDate } from '../../lib/format-date.ts'
import { useOperationKey } from '../../lib/use-operation-key.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Money } from '../../ui/money.tsx'
import { SelectField } from '../../ui/select-field.tsx'

interface CloseAccountProps {
  readonly account: AccountAnswer
  readonly onClose: () => void
}

type Payout = CloseAccountCommand['payout']

/** Closes an account for good: what is posted, taken and paid out is shown line by line before it is done. */
export function CloseAccount({ account, onClose }: CloseAccountProps) {
  const { t, i18n } = useTranslation('savings')
  const entryWord = useEntryWord()
  const { accountId, currency, maturesOn } = account
  const { key } = useOperationKey()
  const [kind, setKind] = useState<Payout['kind']>('drawer')
  const [toAccountId, setToAccountId] = useState('')
  const [signedBy, setSignedBy] = useState<readonly string[]>([])
  const payout: Payout | undefined =
    kind === 'drawer' ? { kind } : toAccountId === '' ? undefined : { kind, toAccountId }
  const operation = useOperation<'savings.close'>(
    payout && { type: 'savings.close', key, accountId, payout, ...signaturesOf(account, signedBy) },
    { key },
  )
  const { preview, refusal, run, post, shown } = operation
  const step = useConfirmStep(preview)
  async function confirm(): Promise<void> {
    if (await post()) onClose()
  }
  const lines = (shown?.entries ?? []).flatMap(({ description, lines: all }) =>
    all
      .filter(({ subAccount }) => subAccount === accountId)
      .map(
        ({ amountMinor }) =>
          [entryWord(description), <Money key={description} amountMinor={-amountMinor} currency={currency} />] as const,
      ),
  )
  return (
    <Dialog title={t('close-account')} onClose={onClose}>
      <p>
        {maturesOn && preview.isAllowed
          ? t('close-early', { date: formatDate(maturesOn, i18n.language) })
          : t('close-hint')}
      </p>
      <SelectField
        autoFocus
        label={t('close-payout')}
        value={kind}
        options={[
          { value: 'drawer', label: t('close-in-cash') },
          { value: 'account', label: t('close-to-account') },
        ]}
        onValue={setKind}
      />
      {kind === 'account' && (
        <AccountPicker label={t('transfer-to')} from={account} accountId={toAccountId} onAccount={setToAccountId} />
      )}
      <Signatures account={account} signedBy={signedBy} onChange={setSignedBy} />
      <Facts facts={lines} />
      {refusal && <Refused refusal={refusal} />}
      <ConfirmButton
        buttonRef={step.button}
        label={t('close-confirm')}
        isBusy={run.isBusy}
        disabled={!preview.isAllowed || payout === undefined}
        onConfirm={() => void confirm()}
        onBack={onClose}
      />
    </Dialog>
  )
}
