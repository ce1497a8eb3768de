import { type RefObject, useEffect } from 'react'

/** Nobody has begun anything yet: the page's own heading has the focus, or nothing has. */
const isFocusFree = (): boolean =>
  document.activeElement === document.body || document.activeElement instanceof HTMLHeadingElement

/** Gives the focus to what a page is for as soon as it is there, unless somebody is already somewhere else. */
export function useFirstFocus(element: RefObject<HTMLElement | null>, isThere: boolean): void {
  useEffect(() => {
    if (isThere && isFocusFree()) element.current?.focus()
  }, [element, isThere])
}
