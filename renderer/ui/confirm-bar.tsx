import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Action, PrimaryAction } from './action.tsx'
import classes from './confirm-bar.module.css'

interface ConfirmBarProps {
  /** What will happen, in a few words: the amount and the name. */
  readonly summary?: ReactNode
  readonly confirmLabel: string
  /** Without it the confirming button submits the form that the bar stands in. */
  readonly onConfirm?: () => void
  readonly onCancel?: () => void
  readonly cancelLabel?: string
  readonly shortcut?: string
  readonly isBusy?: boolean
  readonly disabled?: boolean
  readonly tone?: 'normal' | 'wrong'
}

/** The foot of a form: what it comes to, the way out, and the one action. */
export function ConfirmBar({
  summary,
  confirmLabel,
  onConfirm,
  onCancel,
  cancelLabel,
  shortcut = 'enter',
  ...state
}: ConfirmBarProps) {
  const { t } = useTranslation('frame')
  return (
    <footer className={classes.bar}>
      <div className={classes.summary}>{summary}</div>
      {onCancel && <Action onAct={onCancel}>{cancelLabel ?? t('cancel')}</Action>}
      <PrimaryAction shortcut={shortcut} {...(onConfirm ? { onAct: onConfirm } : {})} {...state}>
        {confirmLabel}
      </PrimaryAction>
    </footer>
  )
}
