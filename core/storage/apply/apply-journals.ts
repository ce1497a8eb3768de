export const journalAppliers = {
  /** Its lines are all that it moves. */
  'journal.posted': () => undefined,
}
