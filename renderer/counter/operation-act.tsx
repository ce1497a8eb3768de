import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../core/refusal.ts'
import { ConfirmButton } from './confirm-button.tsx'
import { Refused } from './refused.tsx'
import { type ApprovableCommand, SecondPerson } from './second-person.tsx'
import type { ConfirmStep } from './use-confirm-step.ts'
import type { Operation, OperationType } from './use-operation.ts'

export interface OperationActProps<T extends OperationType> {
  readonly operation: Operation<T>
  readonly step: ConfirmStep
  readonly confirmLabel: string
  /** The command when it may also wait for a decision. */
  readonly approvable?: ApprovableCommand | undefined
  /** What a second person reads before signing. */
  readonly summary: ReactNode
  readonly onBackToForm: () => void
  /** The form itself is not ready, whatever the engine would say. */
  readonly isHeld?: boolean
  /** A refusal that the form itself already asks about, so that it need not be said twice. */
  readonly asksFor?: Refusal['type'] | undefined
}

/** What stands against an operation, and the one action: to confirm it or, above a limit, to have somebody else decide. */
export function OperationAct<T extends OperationType>(props: OperationActProps<T>) {
  const { operation, step, confirmLabel, approvable, summary, onBackToForm, isHeld = false, asksFor } = props
  const { t } = useTranslation('cash')
  const { preview, refusal, run } = operation
  const needsSecond = refusal?.type === 'approval-needed' || refusal?.type === 'second-person-needed'
  return (
    <>
      {run.state === 'asking' && <div role="status">{t('asking-outcome')}</div>}
      {refusal && refusal.type !== asksFor && <Refused refusal={refusal} />}
      {needsSecond ? (
        <SecondPerson
          operation={operation}
          approvable={approvable}
          summary={summary}
          takesFocus={step.isAsked}
          onRequested={operation.noteRequest}
        />
      ) : (
        <ConfirmButton
          buttonRef={step.button}
          label={confirmLabel}
          isBusy={run.isBusy}
          disabled={isHeld || !preview.isAllowed}
          onConfirm={() => void operation.post()}
          onBack={onBackToForm}
        />
      )}
    </>
  )
}
