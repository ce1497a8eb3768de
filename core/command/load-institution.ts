import { present } from '../assert.ts'
import type { Context } from '../decision/context.ts'
import { newInvitation } from '../enrolment/invitation.ts'
import type { AdmissionState } from '../institution/admit-device.ts'
import type { Colleague } from '../institution/colleague.ts'
import type { InvitationState } from '../institution/invite-device.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { Books } from '../storage/books.ts'
import { logById } from '../storage/records.ts'
import {
  branchOfStaff,
  branchRows,
  grantByCode,
  grantById,
  institutionRow,
  invitationRow,
  nextDeviceCode,
} from '../storage/reference.ts'
import type { CommandOf } from './command.ts'

export const loadNewcomer = (
  { db }: Books,
  { code, branchId }: CommandOf<'staff.add'>,
): Result<{ readonly codeTaken: boolean; readonly branchKnown: boolean }, Refusal> =>
  ok({ codeTaken: grantByCode(db, code) !== null, branchKnown: branchId === undefined || isBranch(db, branchId) })

export const loadNewBranch = (
  { db }: Books,
  { code }: CommandOf<'branch.open'>,
): Result<{ readonly codeTaken: boolean }, Refusal> => ok({ codeTaken: branchRows(db).some(row => row.code === code) })

const isBranch = (db: Books['db'], branchId: string): boolean => branchRows(db).some(row => row.branchId === branchId)

export function loadColleague(
  { db }: Books,
  { staffId }: CommandOf<'staff.suspend' | 'staff.set-passphrase'>,
): Result<Colleague, Refusal> {
  const grant = grantById(db, staffId)
  return grant
    ? ok({ status: grant.isActive ? 'active' : 'suspended', role: grant.role })
    : refuse({ type: 'staff-unknown' })
}

/** Invitations are head office's: they name its log's key, which the new device will insist on. */
export function loadInvitation(
  { db }: Books,
  { staffId, branchId }: CommandOf<'device.invite'>,
  { randomBytes }: Context,
): Result<InvitationState, Refusal> {
  const grant = grantById(db, staffId)
  if (!grant) return refuse({ type: 'staff-unknown' })
  const headOffice = present(institutionRow(db), 'the institution is founded').headOfficeLog
  const { publicKey } = present(logById(db, headOffice), 'the head-office log is known')
  const wanted = branchId ?? branchOfStaff(db, staffId)
  return ok({
    staffActive: grant.isActive,
    branchId: wanted !== null && isBranch(db, wanted) ? wanted : null,
    deviceCode: nextDeviceCode(db),
    ...newInvitation(publicKey, randomBytes),
  })
}

export function loadAdmission({ db }: Books, { inviteId }: CommandOf<'device.admit'>): Result<AdmissionState, Refusal> {
  const invitation = invitationRow(db, inviteId)
  return invitation ? ok({ invitation }) : refuse({ type: 'invitation-refused', reason: 'unknown' })
}
