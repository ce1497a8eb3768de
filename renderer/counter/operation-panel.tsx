import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../core/refusal.ts'
import { Stack } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { ConfirmButton } from './confirm-button.tsx'
import { EffectPanel } from './effect-panel.tsx'
import type { NamedBalance } from './effect-rows.tsx'
import { Refused } from './refused.tsx'
import { type ApprovableCommand, SecondPerson } from './second-person.tsx'
import type { ConfirmStep } from './use-confirm-step.ts'
import type { Operation, OperationType } from './use-operation.ts'

interface OperationPanelProps<T extends OperationType> {
  readonly operation: Operation<T>
  readonly step: ConfirmStep
  readonly names: readonly NamedBalance[]
  readonly confirmLabel: string
  readonly approvable?: ApprovableCommand | undefined
  /** What a second person reads before signing. */
  readonly summary: ReactNode
  readonly onBackToForm: () => void
  /** The form itself is not ready, whatever the engine would say. */
  readonly isHeld?: boolean
  /** A refusal that the form itself already asks about, so that it need not be said twice. */
  readonly asksFor?: Refusal['type']
  /** What it will do where no balance changes. */
  readonly children?: ReactNode
}

/** The right side of every operation at the counter: the effect, what stands against it, and the one action. */
export function OperationPanel<T extends OperationType>(props: OperationPanelProps<T>) {
  const {
    operation,
    step,
    names,
    confirmLabel,
    approvable,
    summary,
    onBackToForm,
    isHeld = false,
    asksFor,
    children,
  } = props
  const { t } = useTranslation('cash')
  const { preview, refusal, run } = operation
  const needsSecond = refusal?.type === 'approval-needed' || refusal?.type === 'second-person-needed'
  return (
    <Panel title={t('effect-title')}>
      <Stack>
        {children}
        <EffectPanel effect={preview.effect} isSettled={preview.isSettled} names={names} />
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
      </Stack>
    </Panel>
  )
}
