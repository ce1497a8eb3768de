import { type RefObject, useEffect } from 'react'
import type { Refusal } from '../../../core/refusal.ts'

const focusFirst = (form: HTMLElement | null, selector: string): boolean => {
  const found = form?.querySelector<HTMLElement>(selector)
  found?.focus()
  return found !== null && found !== undefined
}

export const focusInvalid = (form: HTMLElement | null): boolean => focusFirst(form, '[aria-invalid="true"]')

/**
 * A refusal switches the button off that has the focus. The focus then goes to the field that the refusal names, or to the way on
 * that it offers, and back to the button when nothing stands against it any more. Whoever is typing in a field is left alone.
 */
export function useFocusOnRefusal(form: RefObject<HTMLFormElement | null>, refusal: Refusal | undefined): void {
  const type = refusal?.type
  useEffect(() => {
    const focused = document.activeElement
    const isFree = focused === document.body || (focused instanceof HTMLButtonElement && focused.type === 'submit')
    if (!isFree) return
    if (type !== undefined)
      return void (focusInvalid(form.current) || focusFirst(form.current, '[role="alert"] button'))
    if (focused === document.body) focusFirst(form.current, 'button[type="submit"]')
  }, [type, form])
}
