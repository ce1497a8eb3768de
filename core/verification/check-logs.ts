import type { Database } from 'better-sqlite3'
import { allLogs } from '../storage/records.ts'
import { deviceRow } from '../storage/reference.ts'
import type { Findings } from './finding.ts'

/**
 * One log is this installation's own, and each goes by the device code that its first record states. Asked of the devices as the
 * records make them anew; a log whose first record is kept aside for review has none yet. Rule: V4.
 */
export function checkLogs(db: Database, findings: Findings): void {
  const logs = allLogs(db)
  const own = logs.filter(log => log.own === 1)
  const isOther = logs.some(log => log.own !== 0 && log.own !== 1)
  if (logs.length > 0 && (own.length !== 1 || isOther))
    findings.add({
      type: 'log-differs',
      where: `${own.length} of ${logs.length} logs say that they are this installation's`,
    })
  for (const { logId, deviceCode } of logs) {
    const device = deviceRow(db, logId)
    if (device && device.deviceCode !== deviceCode)
      findings.add({ type: 'log-differs', where: `the device code of log ${logId}` })
  }
}
