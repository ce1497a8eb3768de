import { useEffect } from 'react'
import { isLayerOpen } from '../lib/open-layer.ts'

/** While this page is shown, Esc goes where the page says and not one place back. An open dialog still takes its own Esc. */
export function useEscape(act: (() => void) | undefined): void {
  useEffect(() => {
    if (!act) return undefined
    function onKeyDown(event: KeyboardEvent): void {
      if (event.key !== 'Escape' || isLayerOpen()) return
      event.preventDefault()
      event.stopImmediatePropagation()
      act?.()
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [act])
}
