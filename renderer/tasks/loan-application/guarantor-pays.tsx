import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LoanAnswer } from '../../../core/query/loan-answers.ts'
import type { GuarantorRow } from '../../../core/query/loan-security-answers.ts'
import { OperationAct } from '../../counter/operation-act.tsx'
import { useConfirmStep } from '../../counter/use-confirm-step.ts'
import { useOperation } from '../../counter/use-operation.ts'
import { enterGoesOn } from '../../lib/enter-goes-on.ts'
import { useOperationKey } from '../../lib/use-operation-key.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Money } from '../../ui/money.tsx'
import { MoneyField, useAmount } from '../../ui/money-field.tsx'
import { Stack } from '../../ui/page.tsx'
import classes from './loan-application.module.css'
import { useCloseWhenDone } from './use-close-when-done.ts'

interface GuarantorPaysProps {
  readonly loan: LoanAnswer
  readonly of: GuarantorRow
  readonly onClose: () => void
}

/** A guarantor comes with the money, and stands for so much less. */
export function GuarantorPays({ loan: { loanId, currency }, of, onClose }: GuarantorPaysProps) {
  const { t } = useTranslation('loan-application')
  const { key } = useOperationKey()
  const [amount, setAmount] = useState('')
  const amountMinor = useAmount(amount, currency)
  const { guaranteeId, name } = of
  const said = { key, loanId, currency, guaranteeId, from: { kind: 'drawer' } } as const
  const command = amountMinor ? { type: 'loan.repay' as const, ...said, amountMinor } : undefined
  const operation = useOperation<'loan.repay'>(command, { key })
  const step = useConfirmStep(operation.preview)
  useCloseWhenDone(operation, onClose)
  return (
    <Dialog title={t('guarantor-pays-title', { name })} onClose={onClose}>
      <p className={classes.about}>{t('guarantor-pays-about')}</p>
      <form onKeyDown={event => enterGoesOn(event, step.ask)}>
        <Stack>
          <MoneyField label={t('take-held-amount')} currency={currency} text={amount} onText={setAmount} autoFocus />
        </Stack>
      </form>
      <OperationAct
        operation={operation}
        step={step}
        confirmLabel={t('guarantor-pays')}
        summary={amountMinor ? <Money amountMinor={amountMinor} currency={currency} /> : null}
        onBackToForm={onClose}
      />
    </Dialog>
  )
}
