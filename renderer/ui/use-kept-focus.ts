import { type RefObject, useEffect } from 'react'

/**
 * A button that is busy is switched off, and what is switched off has no focus. Whoever pressed it gets it back when it is on again,
 * so that Enter tries once more; unless the focus is somewhere else by then.
 */
export function useKeptFocus(element: RefObject<HTMLElement | null>, isBusy: boolean): void {
  useEffect(() => {
    const before = element.current
    if (!isBusy || !before) return
    const hadFocus = document.activeElement === before || document.activeElement === document.body
    return () => {
      if (hadFocus) queueMicrotask(() => giveBack(before))
    }
  }, [element, isBusy])
}

function giveBack(element: HTMLElement): void {
  if (element.isConnected && document.activeElement === document.body) element.focus()
}
