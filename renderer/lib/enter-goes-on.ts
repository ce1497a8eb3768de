import type { KeyboardEvent } from 'react'

const fields = 'input:not([type="file"]):not([disabled]), select:not([disabled]), button[type="submit"]'

/** Enter in a field goes to the next one; after the last comes the button that submits, and there Enter confirms. */
export function enterGoesOn(event: KeyboardEvent<HTMLFormElement>): void {
  const from = event.target
  if (event.key !== 'Enter' || !(from instanceof HTMLInputElement || from instanceof HTMLSelectElement)) return
  event.preventDefault()
  const order = [...event.currentTarget.querySelectorAll<HTMLElement>(fields)]
  order[order.indexOf(from) + 1]?.focus()
}
