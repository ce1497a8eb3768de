import type { KeyboardEvent } from 'react'

/** In a list of buttons the arrows go from one to the next. */
export function toSibling(event: KeyboardEvent<HTMLButtonElement>): void {
  const { nextElementSibling, previousElementSibling } = event.currentTarget
  const sibling =
    event.key === 'ArrowDown' ? nextElementSibling : event.key === 'ArrowUp' ? previousElementSibling : null
  if (!(sibling instanceof HTMLElement)) return
  event.preventDefault()
  sibling.focus()
}
