import type { ReactNode } from 'react'
import { Dialog } from '../ui/dialog.tsx'
import { ConfirmButton } from './confirm-button.tsx'
import { EffectPanel } from './effect-panel.tsx'
import classes from './form-sheet.module.css'
import { Refused } from './refused.tsx'
import { useConfirmStep } from './use-confirm-step.ts'
import type { Operation, OperationType } from './use-operation.ts'

interface ConfirmDialogProps<T extends OperationType> {
  readonly title: string
  /** What it means, in a sentence. */
  readonly about: string
  readonly label: string
  readonly operation: Operation<T>
  readonly onClose: () => void
  readonly children?: ReactNode
}

/** One question about an account whose answer is a single Enter: what it is about, what it changes, and what stands against it. */
export function ConfirmDialog<T extends OperationType>(props: ConfirmDialogProps<T>) {
  const { title, about, label, operation, onClose, children } = props
  const { preview, run, refusal, shown, post } = operation
  const step = useConfirmStep(preview, true)
  async function confirm(): Promise<void> {
    if (await post()) onClose()
  }
  return (
    <Dialog title={title} onClose={onClose}>
      {children}
      <p className={classes.about}>{about}</p>
      <EffectPanel effect={shown} isSettled={preview.isSettled} />
      {refusal && <Refused refusal={refusal} />}
      <ConfirmButton
        buttonRef={step.button}
        label={label}
        isBusy={run.isBusy}
        disabled={!preview.isAllowed}
        onConfirm={() => void confirm()}
        onBack={onClose}
      />
    </Dialog>
  )
}
