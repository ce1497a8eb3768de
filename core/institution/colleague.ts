import type { Role } from '../authority/roles.ts'

/** A member of the staff as somebody sees them who gives or takes their access. */
export interface Colleague {
  readonly status: string
  readonly role: Role
}
