import type { Context, Grant } from './context.ts'
import { secondPerson } from './second-person.ts'

/** Who answers for the cash of others too: the manager of a branch, and head office. */
export const oversees = ({ role }: Pick<Grant, 'role'>): boolean => role === 'manager' || role === 'head-office'

/** Whether who oversees does it, or has signed as the second person. */
export const isOverseen = (context: Pick<Context, 'actor' | 'checker' | 'now'>): boolean =>
  [context.actor, secondPerson(context)].some(person => person !== null && oversees(person))
