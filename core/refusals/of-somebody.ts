/** Whose it is, by name, when it is not that of the person at the desk. */
export interface OfSomebody {
  readonly of?: string
}
