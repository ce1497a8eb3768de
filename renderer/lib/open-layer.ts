const layers = '[role="dialog"], [role="menu"]'
let wasOpen = false

/** Looks before anybody else: a dialog closes at its own Esc, and is gone when the page hears of the same key. */
export function watchLayers(): void {
  const look = (): void => {
    wasOpen = document.querySelector(layers) !== null
  }
  window.addEventListener('keydown', look, { capture: true })
}

/** Whether a dialog or a menu stood over the page when the key that is being handled went down. */
export const isLayerOpen = (): boolean => wasOpen
