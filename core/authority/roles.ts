import { z } from 'zod'

export const roles = ['head-office', 'manager', 'accountant', 'teller', 'officer', 'auditor'] as const
export type Role = (typeof roles)[number]
export const roleSchema = z.enum(roles)

/** Who stands above whom where staff are concerned: a person manages those below, and head office everybody. */
const rank: Readonly<Record<Role, number>> = {
  'head-office': 2,
  manager: 1,
  accountant: 0,
  teller: 0,
  officer: 0,
  auditor: 0,
}

/** Nobody makes, keys or suspends a person of their own height, or they could be two persons: their own second one. */
export const mayManage = (role: Role, other: Role): boolean => role === 'head-office' || rank[other] < rank[role]

/** What a person may do. Each verb asks for exactly one. */
export const permissions = [
  'day',
  'drawer',
  'vault',
  'register-client',
  'open-account',
  'cash-in',
  'cash-out',
  'hold',
  'reverse',
  'approve',
  'reprint',
  'staff',
  'device',
  'chart',
  'journal',
  'period',
  'branch',
  'product',
  'rates',
  'revalue',
  'read',
  'audit',
] as const
export type Permission = (typeof permissions)[number]

const counter: readonly Permission[] = [
  'day',
  'drawer',
  'register-client',
  'open-account',
  'cash-in',
  'cash-out',
  'hold',
  'reverse',
  'reprint',
  'read',
]

export const permissionsByRole: Readonly<Record<Role, readonly Permission[]>> = {
  'head-office': permissions,
  manager: [...counter, 'vault', 'revalue', 'approve', 'staff', 'device', 'audit'],
  accountant: ['reverse', 'reprint', 'chart', 'journal', 'revalue', 'period', 'read', 'audit'],
  teller: counter,
  officer: counter,
  auditor: ['read', 'audit'],
}

export const isAllowed = (role: Role, permission: Permission): boolean => permissionsByRole[role].includes(permission)

/** The amounts (institution currency, minor units) up to which a person decides alone; above them a second person signs. */
export const limitNames = [
  'cashInMinor',
  'cashOutMinor',
  'reversalMinor',
  'drawerDifferenceMinor',
  'manualJournalMinor',
  'loanApprovalMinor',
] as const
export type LimitName = (typeof limitNames)[number]
const minorText = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(text => BigInt(text))
export const limitsSchema = z.strictObject({
  cashInMinor: minorText,
  cashOutMinor: minorText,
  reversalMinor: minorText,
  drawerDifferenceMinor: minorText,
  /** What one person posts by hand alone; above it any second person who may approve will do. */
  manualJournalMinor: minorText,
  /** The principal of a loan that a person approves, and what they charge, waive, move or give up of one. */
  loanApprovalMinor: minorText,
})
export type Limits = z.infer<typeof limitsSchema>
