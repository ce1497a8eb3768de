import path from 'node:path'
import { isAllowed } from '../authority/roles.ts'
import { headProblem } from '../engine/log-head.ts'
import { placeRefusal } from '../engine/slot-standing.ts'
import { openInstallationFolder } from '../storage/installation-folder.ts'
import { grantById, institutionRow, ownLog } from '../storage/reference.ts'
import type { Verification } from '../verification/verification.ts'
import type { OpenedAtTerminal } from './open-at-terminal.ts'

const noPlaceBecause = {
  'staff-unknown': 'The books do not name this person.',
  'staff-suspended': 'This person is suspended.',
  'sign-in-refused': 'This passphrase is not in force: another has taken its place, or it was never recorded.',
} as const

const headBecause = {
  'restored-copy':
    'These books are older than what this installation has recorded, or another history of it. Use the newer file.',
  'head-missing':
    'The head of the log (log.head) beside the books is missing, or not of this installation. Sign in with the recovery code in the application first.',
  'key-unreadable': 'The key of the installation (device.key) beside the books is another installation’s.',
} as const

/** Why who opened the books has no place in them, in words; null when they work here with this very key, as for a sign-in. */
export function noPlace({ books: { db }, person }: OpenedAtTerminal): string | null {
  const own = ownLog(db)
  if (!own || !institutionRow(db)) return 'The books are not whole: have them checked with npm run verify.'
  const refusal = placeRefusal({ books: { db }, log: own }, person)
  return refusal && noPlaceBecause[refusal.type]
}

/**
 * Why nothing of a check is shown to who opened the books; null when it is. Books that are not clean may have lost who works here: a
 * check of those answers everybody whose slot opens them. Rule: V11.
 */
export const notShown = (opened: OpenedAtTerminal, { isClean }: Pick<Verification, 'isClean'>): string | null =>
  isClean ? noPlace(opened) : null

/** Why who opened the books may not take them out as an auditor does, in words; null when they may. */
export function mayNotAudit({ books: { db }, person, code }: OpenedAtTerminal): string | null {
  const role = grantById(db, person.staffId)?.role
  if (role && isAllowed(role, 'audit')) return null
  return `${code} may not export books: somebody who audits them may, such as the accountant or the manager.`
}

/**
 * Why the installation's key beside the books does not sign for them, in words; null when it does, and where there is none. Who has
 * the recovery code vouches for books whose head is missing, as for a sign-in. Rules: A52, A53.
 */
export function headWords({ books: { db }, file, log, person }: OpenedAtTerminal): string | null {
  if (!log) return null
  if (ownLog(db)?.logId !== log.logId) return headBecause['key-unreadable']
  const problem = headProblem(openInstallationFolder(path.dirname(file)), log, db)
  if (problem === 'head-missing' && person.openedWith === 'recovery-code') return null
  return problem && headBecause[problem]
}
