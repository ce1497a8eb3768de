/** All that is not determined by the books: time, identity, chance. Passed in, so that tests and the simulator can choose it. */
export interface Environment {
  /** The clock, recorded and never trusted: ISO 8601 with milliseconds and Z. */
  readonly now: () => string
  /** A new UUID, version 7. */
  readonly newId: () => string
  readonly randomBytes: (count: number) => Uint8Array
}
