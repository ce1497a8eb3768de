import type { Database } from 'better-sqlite3'
import { sameBytes } from '../crypto/hash.ts'
import { allLogs } from '../storage/records.ts'
import { institutionRow } from '../storage/reference.ts'
import { trustedLogs } from '../sync/trusted-logs.ts'
import type { Findings } from './finding.ts'

/**
 * Every log but the own one is head office's, or head office has admitted it under the very key that it is signed with: else anybody
 * with the key of this file could add a whole log of their own making. Rule: V2.
 */
export function checkAdmissions(db: Database, findings: Findings): void {
  const headOffice = institutionRow(db)?.headOfficeLog
  const logs = allLogs(db)
  const headOfficeKey = logs.find(({ logId }) => logId === headOffice)?.publicKey
  const trusted = headOfficeKey && trustedLogs(db, { headOfficeKey })
  for (const { logId, publicKey, own } of logs) {
    const admitted = trusted?.keyOf(logId)
    if (own === 0 && !(admitted && sameBytes(admitted, publicKey)))
      findings.add({ type: 'log-not-admitted', where: logId })
  }
}
