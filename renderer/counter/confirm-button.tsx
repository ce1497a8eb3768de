import { Button } from '@mantine/core'
import type { RefObject } from 'react'
import { Shortcut } from '../ui/shortcut.tsx'
import { useKeptFocus } from '../ui/use-kept-focus.ts'

interface ConfirmButtonProps {
  readonly buttonRef: RefObject<HTMLButtonElement | null>
  readonly label: string
  readonly isBusy: boolean
  readonly disabled: boolean
  readonly onConfirm: () => void
  /** Esc while the button has the focus: back to the field, not out of the form. */
  readonly onBack: () => void
}

/** The button that posts. It is reached by Enter from the form, so that the second Enter is the one that counts. */
export function ConfirmButton({ buttonRef, label, isBusy, disabled, onConfirm, onBack }: ConfirmButtonProps) {
  useKeptFocus(buttonRef, isBusy)
  return (
    <Button
      ref={buttonRef}
      size="md"
      fullWidth
      disabled={disabled}
      loading={isBusy}
      loaderProps={{ type: 'dots' }}
      rightSection={<Shortcut keys="enter" />}
      onClick={onConfirm}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onBack()
      }}
    >
      {label}
    </Button>
  )
}
