import { useEffect, useRef } from 'react'

/** What is opened beside a form takes the focus; when it goes, the field that had it before gets it back. Gives what remembers that field. */
export function useFocusBack(isOpen: boolean): () => void {
  const before = useRef<Element>(null)
  useEffect(() => {
    if (isOpen || document.activeElement !== document.body) return
    if (before.current instanceof HTMLElement) before.current.focus()
  }, [isOpen])
  return () => {
    before.current = document.activeElement
  }
}
