import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LoanAnswer } from '../../../core/query/loan-answers.ts'
import type { LoanSecurityAnswer } from '../../../core/query/loan-security-answers.ts'
import { HitPicker } from '../../counter/hit-picker.tsx'
import { OperationAct } from '../../counter/operation-act.tsx'
import { Signatures, signaturesOf } from '../../counter/signatures.tsx'
import { useConfirmStep } from '../../counter/use-confirm-step.ts'
import { useOperation } from '../../counter/use-operation.ts'
import { enterGoesOn } from '../../lib/enter-goes-on.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { useOperationKey } from '../../lib/use-operation-key.ts'
import { QuietAction } from '../../ui/action.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { MoneyField, useAmount } from '../../ui/money-field.tsx'
import { Stack } from '../../ui/page.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import classes from './loan-application.module.css'
import { useCloseWhenDone } from './use-close-when-done.ts'

interface AddGuarantorProps {
  readonly loan: LoanAnswer
  readonly security: LoanSecurityAnswer
  readonly onClose: () => void
}

/** Another client who stands for the loan, with so much; where an account is chosen, it is held there. */
export function AddGuarantor({ loan, security, onClose }: AddGuarantorProps) {
  const { t } = useTranslation('loan-application')
  const [guarantorId, setGuarantorId] = useState('')
  const standing = security.guarantors.filter(row => row.standing === 'standing')
  return (
    <Dialog title={t('add-guarantor')} onClose={onClose} size="lg">
      {guarantorId === '' ? (
        <HitPicker
          label={t('guarantor')}
          hint={t('guarantor-hint')}
          kind="client"
          except={[loan.clientId, ...standing.map(row => row.guarantorId)]}
          onPick={setGuarantorId}
          autoFocus
        />
      ) : (
        <Guarantee loan={loan} guarantorId={guarantorId} onAnother={() => setGuarantorId('')} onClose={onClose} />
      )}
    </Dialog>
  )
}

interface GuaranteeProps {
  readonly loan: LoanAnswer
  readonly guarantorId: string
  readonly onAnother: () => void
  readonly onClose: () => void
}

function Guarantee({ loan, guarantorId, onAnother, onClose }: GuaranteeProps) {
  const { t } = useTranslation('loan-application')
  const { loanId, currency } = loan
  const { answer: client } = useAnswer({ type: 'client', clientId: guarantorId })
  const { key } = useOperationKey()
  const [amount, setAmount] = useState('')
  const [accountId, setAccountId] = useState('')
  const [signedBy, setSignedBy] = useState<readonly string[]>([])
  const { answer: account } = useAnswer({ type: 'account', accountId }, { enabled: accountId !== '' })
  const coversMinor = useAmount(amount, currency)
  const command = coversMinor
    ? {
        type: 'loan.guarantee' as const,
        key,
        loanId,
        guarantorId,
        coversMinor,
        ...(accountId ? { accountId } : {}),
        ...(account ? signaturesOf(account, signedBy) : {}),
      }
    : undefined
  const operation = useOperation<'loan.guarantee'>(command, { key })
  const step = useConfirmStep(operation.preview)
  useCloseWhenDone(operation, onClose)
  const accounts = (client?.accounts ?? []).filter(one => one.status === 'active' && one.currency === currency)
  return (
    <>
      <div className={classes.secured}>
        <bdi className={classes.step}>{client?.name}</bdi>
        <QuietAction onAct={onAnother}>{t('another-guarantor')}</QuietAction>
      </div>
      <form onKeyDown={event => enterGoesOn(event, step.ask)}>
        <Stack>
          <MoneyField label={t('covers-amount')} currency={currency} text={amount} onText={setAmount} autoFocus />
          {accounts.length > 0 && (
            <SelectField
              label={t('held-where')}
              hint={t('held-where-hint')}
              value={accountId}
              onValue={setAccountId}
              options={[
                { value: '', label: t('held-nowhere') },
                ...accounts.map(one => ({ value: one.accountId, label: `${one.productName} ${one.number}` })),
              ]}
            />
          )}
          {account && <Signatures account={account} signedBy={signedBy} onChange={setSignedBy} />}
        </Stack>
      </form>
      <OperationAct
        operation={operation}
        step={step}
        confirmLabel={t('add-guarantor')}
        summary={null}
        onBackToForm={onClose}
      />
    </>
  )
}
