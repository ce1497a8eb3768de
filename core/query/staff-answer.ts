import type { Database } from 'better-sqlite3'
import { present } from '../assert.ts'
import { deviceRows, grantById, ownLog, staffRows } from '../storage/reference.ts'
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

/** The institution's installations with how much this file holds of each one's log. */
export function devicesAnswer(db: Database): readonly DeviceAnswer[] {
  const own = ownLog(db)?.logId
  return deviceRows(db).map(({ logId, deviceCode, branchName, records, lastRecordedAt }) => ({
    log: logId,
    code: deviceCode,
    own: logId === own,
    branchName: branchName ?? '',
    records: records ?? 0,
    ...(lastRecordedAt ? { lastRecordedAt } : {}),
  }))
}
