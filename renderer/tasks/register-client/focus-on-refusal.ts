import { type RefObject, useEffect, useRef } from 'react'
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
export function useFocusOnRefusal(
  form: RefObject<HTMLFormElement | null>,
  refusal: Refusal | undefined,
  isButtonOff: boolean,
): void {
  const type = refusal?.type
  const lastType = useRef<string>(undefined)
  useEffect(() => {
    const isNew = type !== lastType.current
    lastType.current = type
    const focused = document.activeElement
    const isSubmit = focused instanceof HTMLButtonElement && focused.type === 'submit'
    if (type === undefined && focused === document.body) focusFirst(form.current, 'button[type="submit"]')
    // While the next answer is on its way the last refusal is still shown, with the button on: nothing is lost then.
    if (type === undefined || !(isNew || isButtonOff) || !(isSubmit || focused === document.body)) return
    if (!focusInvalid(form.current)) focusFirst(form.current, '[role="alert"] button')
  }, [type, isButtonOff, form])
}
