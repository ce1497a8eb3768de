/** What a person has to see to: drafts to finish, what is approved and not paid out, what is due today, what is late. */
export const worklists = ['drafts', 'to-pay-out', 'due', 'late'] as const
export type Worklist = (typeof worklists)[number]
