import type { KeyboardEvent } from 'react'

const fields = 'input:not([type="file"]):not([disabled]), select:not([disabled]), button[type="submit"]'

/**
 * Enter in a field goes to the next one; after the last, or after any where all of them are one question, comes the button that
 * submits, or what `onLast` does.
 */
export function enterGoesOn(event: KeyboardEvent<HTMLFormElement>, onLast?: () => void, isOneQuestion = false): void {
  const from = event.target
  if (event.key !== 'Enter' || !(from instanceof HTMLInputElement || from instanceof HTMLSelectElement)) return
  event.preventDefault()
  const order = [...event.currentTarget.querySelectorAll<HTMLElement>(fields)]
  const next = isOneQuestion ? undefined : order[order.indexOf(from) + 1]
  if (next) next.focus()
  else onLast?.()
}
