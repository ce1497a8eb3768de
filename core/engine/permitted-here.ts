import { present } from '../assert.ts'
import { isAllowed, type Permission } from '../authority/roles.ts'
import type { Refusal } from '../refusal.ts'
import { grantById } from '../storage/reference.ts'
import type { OpenSession } from './session-state.ts'

/**
 * Null when the person signed in has one of the permissions; otherwise the refusal, which names the first of them. For what is
 * done at this installation and leaves no record: a grant that has run out does not stand in the way of renewing it. Rule: A48.
 */
export function notPermittedHere(
  { books, staffId }: Pick<OpenSession, 'books' | 'staffId'>,
  permission: Permission,
  ...others: readonly Permission[]
): Refusal | null {
  const { role, isActive } = present(grantById(books.db, staffId), 'who is signed in is on the staff')
  if (!isActive) return { type: 'staff-suspended' }
  const isPermitted = [permission, ...others].some(one => isAllowed(role, one))
  return isPermitted ? null : { type: 'not-permitted', permission, role }
}
