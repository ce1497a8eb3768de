import type { Database } from 'better-sqlite3'
import { present } from '../assert.ts'
import { deviceRows } from '../storage/devices.ts'
import { grantById, institutionRow, ownLog, staffRows } from '../storage/reference.ts'
import type { DeviceAnswer, StaffAnswer } from './answers.ts'

/** Everybody on the staff; `signInCodes` are those whose passphrase opens this installation. */
export const staffAnswer = (db: Database, signInCodes: readonly string[]): readonly StaffAnswer[] =>
  staffRows(db).map(({ staffId }) => {
    const { code, name, role, limits, isActive } = present(grantById(db, staffId), 'a listed person has a grant')
    return {
      staffId,
      code,
      name,
      role,
      limits,
      status: isActive ? 'active' : 'suspended',
      signsInHere: signInCodes.includes(code),
    }
  })

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
