import { useLayoutEffect } from 'react'

/** For a dialog that is there only while it is open: when it goes, the focus is where it was before. */
export function useReturnFocus(): void {
  useLayoutEffect(() => {
    const before = document.activeElement
    return () => queueMicrotask(() => giveBack(before))
  }, [])
}

/** Whoever has taken the focus in the meantime keeps it. */
function giveBack(before: Element | null): void {
  const isFree = document.activeElement === null || document.activeElement === document.body
  if (isFree && before instanceof HTMLElement) before.focus()
}
