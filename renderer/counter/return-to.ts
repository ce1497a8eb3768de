import { goBack, hashOf, type Route, replaceWith } from '../routes.ts'

let cameFrom = ''
window.addEventListener('hashchange', event => {
  cameFrom = new URL(event.oldURL).hash
})

/** Leaves a form whose operation is done for the place it was about, without leaving that place twice in the history. */
export const returnTo = (route: Route): void => (cameFrom === hashOf(route) ? goBack() : replaceWith(route))
