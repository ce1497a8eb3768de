import type { Grant } from '../decision/context.ts'

/** Who answers for the cash of others too: the manager of a branch, and head office. */
export const oversees = ({ role }: Pick<Grant, 'role'>): boolean => role === 'manager' || role === 'head-office'
