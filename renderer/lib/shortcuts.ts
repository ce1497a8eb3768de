import { useHotkeys } from 'react-hotkeys-hook'

/** The keys that mean the same everywhere. */
export const shortcuts = {
  deposit: 'f2',
  withdraw: 'f3',
  newClient: 'f4',
  transfer: 'f5',
  drawer: 'f6',
  newLoan: 'f7',
  exchange: 'f8',
  palette: 'mod+k',
  back: 'escape',
  help: 'f1',
  /** The same where no field has the focus. */
  helpByLetter: 'shift+slash',
  lock: 'mod+l',
} as const

/** As people read a key: `F2`, `Ctrl K`. */
export const keyCaps = (shortcut: string): readonly string[] =>
  shortcut
    .replace('shift+slash', '?')
    .split('+')
    .map(part => caps[part] ?? (part.length === 1 ? part.toUpperCase() : part.replace(/^f(\d+)$/, 'F$1')))

const caps: Readonly<Record<string, string>> = {
  mod: 'Ctrl',
  ctrl: 'Ctrl',
  shift: 'Shift',
  alt: 'Alt',
  enter: 'Enter',
  escape: 'Esc',
  slash: '/',
  plus: '+',
}

const isDialogOpen = (): boolean => document.querySelector('[role="dialog"]') !== null

/**
 * Calls `act` when the key is pressed anywhere in the window, also while a field has the focus. A single letter is
 * text there, and belongs to the dialog while one is open.
 */
export function useShortcut(
  shortcut: string,
  act: () => void,
  { enabled = true }: { readonly enabled?: boolean } = {},
): void {
  const isLetter = shortcut.length === 1 || shortcut.startsWith('shift+')
  useHotkeys(
    shortcut,
    act,
    {
      enabled,
      enableOnFormTags: !isLetter,
      enableOnContentEditable: !isLetter,
      preventDefault: true,
      ignoreEventWhen: () => isLetter && isDialogOpen(),
    },
    [act],
  )
}
