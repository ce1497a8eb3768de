import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LoanAnswer } from '../../../core/query/loan-answers.ts'
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

/** What is held for a loan, and the account on which it is. */
export interface HeldForLoan {
  readonly holdId: string
  readonly number: string
  readonly heldMinor: bigint
}

interface TakeHeldProps {
  readonly loan: LoanAnswer
  readonly of: HeldForLoan
  readonly onClose: () => void
}

/** A guarantor is called on, or the borrower's own held savings are taken: what is held pays what was left unpaid. */
export function TakeHeld({ loan: { loanId, currency }, of, onClose }: TakeHeldProps) {
  const { t } = useTranslation('loan-application')
  const { key } = useOperationKey()
  const [amount, setAmount] = useState('')
  const amountMinor = useAmount(amount, currency)
  const from = { kind: 'held', holdId: of.holdId } as const
  const command = amountMinor ? { type: 'loan.repay' as const, key, loanId, amountMinor, currency, from } : undefined
  const operation = useOperation<'loan.repay'>(command, { key })
  const step = useConfirmStep(operation.preview)
  useCloseWhenDone(operation, onClose)
  return (
    <Dialog title={t('take-held-title', { number: of.number })} onClose={onClose}>
      <p className={classes.about}>{t('take-held-about')}</p>
      <p className={classes.about}>
        {t('held-on', { number: of.number })} <Money amountMinor={of.heldMinor} currency={currency} />
      </p>
      <form onKeyDown={event => enterGoesOn(event, step.ask)}>
        <Stack>
          <MoneyField label={t('take-held-amount')} currency={currency} text={amount} onText={setAmount} autoFocus />
        </Stack>
      </form>
      <OperationAct
        operation={operation}
        step={step}
        confirmLabel={t('take-held')}
        summary={amountMinor ? <Money amountMinor={amountMinor} currency={currency} /> : null}
        onBackToForm={onClose}
      />
    </Dialog>
  )
}
