import type { Database } from 'better-sqlite3'
import { present } from '../assert.ts'
import { deviceRows } from '../storage/devices.ts'
import { branchRows, grantById, institutionRow, ownLog, staffRows } from '../storage/reference.ts'
import type { BranchAnswer, DeviceAnswer, StaffAnswer } from './institution-answers.ts'

/** Everybody on the staff; `signInCodes` are those whose passphrase opens this installation. */
export const staffAnswer = (db: Database, signInCodes: readonly string[]): readonly StaffAnswer[] =>
  staffRows(db).map(({ staffId, branchId }) => {
    const { code, name, role, limits, isActive } = present(grantById(db, staffId), 'a listed person has a grant')
    return {
      staffId,
      code,
      name,
      role,
      limits,
      status: isActive ? 'active' : 'suspended',
      signsInHere: signInCodes.includes(code),
      branchId,
    }
  })

/** The institution's branches by their codes, with the people at work and the devices that still belong. */
export function branchesAnswer(db: Database): readonly BranchAnswer[] {
  const staff = staffRows(db).filter(({ status }) => status === 'active')
  const devices = deviceRows(db).filter(({ revokedPosition }) => revokedPosition === null)
  return branchRows(db).map(({ branchId, code, name }) => ({
    branchId,
    code,
    name,
    staff: staff.filter(person => person.branchId === branchId).length,
    devices: devices.filter(device => device.branchId === branchId).length,
  }))
}

/** The institution's installations with how much this file holds of each one's log, and which of them still belong. */
export function devicesAnswer(db: Database): readonly DeviceAnswer[] {
  const own = ownLog(db)?.logId
  const headOffice = institutionRow(db)?.headOfficeLog
  return deviceRows(db).map(row => ({
    log: row.logId,
    code: row.deviceCode,
    own: row.logId === own,
    isHeadOffice: row.logId === headOffice,
    state: stateOf(row),
    branchId: row.branchId,
    branchName: row.branchName ?? '',
    records: row.records ?? 0,
    ...(row.successorCode === null ? {} : { keptBy: row.successorCode }),
    ...(row.lastRecordedAt ? { lastRecordedAt: row.lastRecordedAt } : {}),
  }))
}

function stateOf({ revokedPosition, forkedAt }: ReturnType<typeof deviceRows>[number]): DeviceAnswer['state'] {
  if (revokedPosition !== null) return 'revoked'
  return forkedAt === null ? 'active' : 'forked'
}
