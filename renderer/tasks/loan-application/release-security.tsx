import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LoanAnswer } from '../../../core/query/loan-answers.ts'
import { OperationAct } from '../../counter/operation-act.tsx'
import { useConfirmStep } from '../../counter/use-confirm-step.ts'
import { useOperation } from '../../counter/use-operation.ts'
import { useOperationKey } from '../../lib/use-operation-key.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import classes from './loan-application.module.css'
import { useCloseWhenDone } from './use-close-when-done.ts'

export type Releasable =
  | { readonly kind: 'guarantor'; readonly guaranteeId: string; readonly name: string }
  | { readonly kind: 'collateral'; readonly collateralId: string; readonly name: string }

interface ReleaseSecurityProps {
  readonly loan: LoanAnswer
  readonly of: Releasable
  readonly onClose: () => void
}

/** A guarantor or a pledged thing stands for the loan no more; once money is out, a second person signs for that. */
export function ReleaseSecurity({ loan: { loanId }, of, onClose }: ReleaseSecurityProps) {
  const { t } = useTranslation('loan-application')
  const { key } = useOperationKey()
  const [note, setNote] = useState('')
  const said = { key, loanId, ...(note.trim() ? { note: note.trim() } : {}) }
  const operation = useOperation<'loan.release-guarantor' | 'loan.release-collateral'>(
    of.kind === 'guarantor'
      ? { type: 'loan.release-guarantor', ...said, guaranteeId: of.guaranteeId }
      : { type: 'loan.release-collateral', ...said, collateralId: of.collateralId },
    { key },
  )
  const step = useConfirmStep(operation.preview)
  useCloseWhenDone(operation, onClose)
  return (
    <Dialog title={t('release-title', { name: of.name })} onClose={onClose}>
      <p className={classes.about}>{t(`release-${of.kind}-about`)}</p>
      <TextField label={t('end-note')} text={note} onText={setNote} onEnter={step.ask} maxLength={500} autoFocus />
      <OperationAct
        operation={operation}
        step={step}
        confirmLabel={t('release')}
        summary={<bdi>{of.name}</bdi>}
        onBackToForm={onClose}
      />
    </Dialog>
  )
}
