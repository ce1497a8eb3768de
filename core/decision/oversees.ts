import type { Context, Grant } from './context.ts'

/** Who answers for the cash of others too: the manager of a branch, and head office. */
export const oversees = ({ role }: Pick<Grant, 'role'>): boolean => role === 'manager' || role === 'head-office'

/** Whether who oversees does it, or has signed as the second person. */
export const isOverseen = ({ actor, checker }: Pick<Context, 'actor' | 'checker'>): boolean =>
  oversees(actor) || (checker !== undefined && oversees(checker))
