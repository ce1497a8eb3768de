import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type RejectionReason, rejectionReasons } from '../../../core/loans/loan-records.ts'
import type { LoanAnswer } from '../../../core/query/loan-answers.ts'
import { ConfirmButton } from '../../counter/confirm-button.tsx'
import { Refused } from '../../counter/refused.tsx'
import { useConfirmStep } from '../../counter/use-confirm-step.ts'
import { useOperation } from '../../counter/use-operation.ts'
import { enterGoesOn } from '../../lib/enter-goes-on.ts'
import { useOperationKey } from '../../lib/use-operation-key.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Stack } from '../../ui/page.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import classes from './loan-application.module.css'

export type EndingStep = 'reject' | 'withdraw' | 'cancel'

interface EndApplicationProps {
  readonly loan: LoanAnswer
  readonly step: EndingStep
  readonly title: string
  readonly onClose: () => void
}

type Reason = RejectionReason | ''

function endingOf(
  step: EndingStep,
  { key, loanId, reason, note }: { key: string; loanId: string; reason: Reason; note: string },
) {
  const said = { key, loanId, ...(note.trim() ? { note: note.trim() } : {}) }
  if (step === 'withdraw') return { type: 'loan.withdraw' as const, ...said }
  if (step === 'cancel') return { type: 'loan.cancel' as const, ...said }
  return reason === '' ? undefined : { type: 'loan.reject' as const, reason, ...said }
}

/** An application comes to its end: rejected for a reason, withdrawn by the client, or cancelled. It is not taken up again. */
export function EndApplication({ loan, step, title, onClose }: EndApplicationProps) {
  const { t } = useTranslation('loan-application')
  const { key } = useOperationKey()
  const [reason, setReason] = useState<Reason>('')
  const [note, setNote] = useState('')
  const command = endingOf(step, { key, loanId: loan.loanId, reason, note })
  const operation = useOperation<'loan.reject' | 'loan.withdraw' | 'loan.cancel'>(command, { key })
  const confirm = useConfirmStep(operation.preview)
  async function end(): Promise<void> {
    if (await operation.post()) onClose()
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <p className={classes.about}>{t(`end-${step}-about`)}</p>
      <form onKeyDown={event => enterGoesOn(event, confirm.ask)}>
        <Stack>
          {step === 'reject' && (
            <SelectField<Reason>
              label={t('reason')}
              required
              value={reason}
              onValue={setReason}
              options={[
                { value: '', label: t('choose'), disabled: true },
                ...rejectionReasons.map(value => ({ value, label: t(`reason-${value}`) })),
              ]}
              autoFocus
            />
          )}
          <TextField
            label={t('end-note')}
            hint={t('end-note-hint')}
            text={note}
            onText={setNote}
            maxLength={500}
            autoFocus={step !== 'reject'}
          />
        </Stack>
      </form>
      {operation.refusal && <Refused refusal={operation.refusal} />}
      <ConfirmButton
        buttonRef={confirm.button}
        label={title}
        isBusy={operation.run.isBusy}
        disabled={!operation.preview.isAllowed}
        onConfirm={() => void end()}
        onBack={onClose}
      />
    </Dialog>
  )
}
