import type { Role } from './roles.ts'

/**
 * How many days back a person of a role lets money of a loan count alone; further back a second person signs. Who collects in the field
 * brings in on Monday what was paid on Friday; who stands at the counter has the money of today. Rule: L42.
 */
export const backdateDaysOfRole: Readonly<Record<Role, number>> = {
  'head-office': 31,
  manager: 14,
  accountant: 0,
  teller: 3,
  officer: 7,
  auditor: 0,
}
