/** From the confirming button back to the count. */
export const focusFirstFace = (): void => document.querySelector<HTMLInputElement>('[data-first-face]')?.focus()
