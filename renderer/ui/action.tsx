import { Button } from '@mantine/core'
import { type ReactNode, useRef } from 'react'
import { keyCaps, useShortcut } from '../lib/shortcuts.ts'
import { Shortcut } from './shortcut.tsx'
import { useKeptFocus } from './use-kept-focus.ts'

interface ActionProps {
  readonly children: ReactNode
  /** Without it the button submits the form that it stands in. */
  readonly onAct?: () => void
  /** Shown on the button; works anywhere in the window. `enter` is only shown: the form listens for it. */
  readonly shortcut?: string
  /** A key that is listened for elsewhere and only shown here. */
  readonly keyShown?: string
  readonly icon?: ReactNode
  readonly isBusy?: boolean
  readonly disabled?: boolean
  readonly tone?: 'normal' | 'wrong'
  readonly autoFocus?: boolean
}

function ActionButton({
  children,
  onAct,
  shortcut,
  keyShown = shortcut,
  icon,
  isBusy = false,
  disabled = false,
  autoFocus = false,
  ...look
}: ActionProps & { variant: 'filled' | 'default' | 'subtle' }) {
  const button = useRef<HTMLButtonElement>(null)
  const isOff = disabled || isBusy
  useKeptFocus(button, isBusy)
  useShortcut(shortcut ?? 'enter', () => onAct?.(), {
    enabled: !isOff && onAct !== undefined && shortcut !== undefined && shortcut !== 'enter',
  })
  return (
    <Button
      ref={button}
      type={onAct ? 'button' : 'submit'}
      variant={look.variant}
      disabled={disabled}
      loading={isBusy}
      loaderProps={{ type: 'dots' }}
      leftSection={icon}
      rightSection={keyShown ? <Shortcut keys={keyShown} /> : undefined}
      aria-keyshortcuts={keyShown ? keyCaps(keyShown).join('+') : undefined}
      data-autofocus={autoFocus || undefined}
      autoFocus={autoFocus}
      {...(look.tone === 'wrong' ? { color: 'red' } : {})}
      {...(onAct ? { onClick: onAct } : {})}
    >
      {children}
    </Button>
  )
}

/** The one thing that this screen is for. */
export const PrimaryAction = (props: ActionProps) => <ActionButton {...props} variant="filled" />

/** Anything else that one may do here. */
export const Action = (props: ActionProps) => <ActionButton {...props} variant="default" />

/** A way on that should not draw the eye. */
export const QuietAction = (props: ActionProps) => <ActionButton {...props} variant="subtle" />
