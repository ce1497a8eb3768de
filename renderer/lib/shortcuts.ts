import { useHotkeys } from 'react-hotkeys-hook'

/** The keys that mean the same everywhere. */
export const shortcuts = {
  deposit: 'f2',
  withdraw: 'f3',
  newClient: 'f4',
  drawer: 'f6',
  palette: 'mod+k',
  back: 'escape',
  help: 'shift+slash',
  lock: 'mod+l',
} as const

/** As people read a key: `F2`, `Ctrl K`. */
export const keyCaps = (shortcut: string): readonly string[] =>
  shortcut
    .split('+')
    .map(part => caps[part] ?? (part.length === 1 ? part.toUpperCase() : part.replace(/^f(\d+)$/, 'F$1')))

const caps: Readonly<Record<string, string>> = {
  mod: 'Ctrl',
  ctrl: 'Ctrl',
  shift: 'Shift',
  alt: 'Alt',
  enter: 'Enter',
  escape: 'Esc',
  slash: '?',
}

/** Calls `act` when the key is pressed anywhere in the window, also while a field has the focus. */
export function useShortcut(
  shortcut: string,
  act: () => void,
  { enabled = true }: { readonly enabled?: boolean } = {},
): void {
  useHotkeys(shortcut, act, { enabled, enableOnFormTags: true, enableOnContentEditable: true, preventDefault: true }, [
    act,
  ])
}
