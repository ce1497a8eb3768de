import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Preview } from './use-preview.ts'

export interface ConfirmStep {
  /** The button that posts; it takes the focus once the effect of what was typed is on the screen. */
  readonly button: RefObject<HTMLButtonElement | null>
  /** Enter in the last field: the person wants to see the effect and confirm it. */
  readonly ask: () => void
  /** True when the person has asked and the answer was a refusal that a second person could lift. */
  readonly isAsked: boolean
}

/**
 * First Enter shows the effect, second Enter posts: between the two, the focus itself says which of them comes next.
 * `isAskedAtOnce` is for a page that was itself the first Enter.
 */
export function useConfirmStep({ isSettled, isAllowed, isMade }: Preview, isAskedAtOnce = false): ConfirmStep {
  const button = useRef<HTMLButtonElement>(null)
  const [isAsked, setIsAsked] = useState(isAskedAtOnce)
  useEffect(() => {
    // Asked of an unfinished form: whoever goes on typing is not interrupted by the answer.
    if (isAsked && !isMade && !isAskedAtOnce) setIsAsked(false)
    if (!isAsked || !isSettled) return
    if (isAllowed) button.current?.focus()
    setIsAsked(false)
  }, [isAsked, isSettled, isAllowed, isMade, isAskedAtOnce])
  return { button, ask: () => setIsAsked(true), isAsked: isAsked && isSettled && !isAllowed }
}
