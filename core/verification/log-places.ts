import type { Database } from 'better-sqlite3'
import { logIdOf } from '../crypto/log-id.ts'
import { genesisHash } from '../journal/chain.ts'
import { allLogs } from '../storage/records.ts'
import { prepared } from '../storage/run.ts'
import type { Findings } from './finding.ts'
import type { VerifiedLog } from './verification.ts'

/** Where the walk is in one log. */
export interface LogPlace {
  readonly logId: string
  readonly publicKey: Uint8Array
  readonly deviceCode: string
  readonly isOwn: boolean
  seq: number
  hash: Uint8Array
  receipt: number
}

const headBefore = prepared<{ logNo: number; position: number }, { seq: number; hash: Uint8Array }>((db, param) =>
  db
    .selectFrom('record')
    .select(['seq', 'hash'])
    .where('log_no', '=', param('logNo'))
    .where('position', '<=', param('position'))
    .orderBy('seq', 'desc')
    .limit(1),
)
const receiptBefore = prepared<{ logNo: number; position: number }, { receipt: number }>((db, param) =>
  db
    .selectFrom('record')
    .select(eb => eb.fn.coalesce(eb.fn.max('receipt'), eb.val(0)).as('receipt'))
    .where('log_no', '=', param('logNo'))
    .where('position', '<=', param('position')),
)

/** Every log of the file by its number, standing after the record at `position`; 0 is the beginning. */
export function placesAt(db: Database, position: number, findings: Findings): ReadonlyMap<number, LogPlace> {
  return new Map(
    allLogs(db).map(({ logNo, logId, publicKey, deviceCode, own }) => {
      if (logIdOf(publicKey) !== logId) findings.add({ type: 'log-key-wrong', where: logId })
      const head = headBefore.get(db, { logNo, position })
      const receipt = receiptBefore.get(db, { logNo, position })?.receipt ?? 0
      const at = { seq: head?.seq ?? 0, hash: head?.hash ?? genesisHash, receipt }
      return [logNo, { logId, publicKey, deviceCode, isOwn: own === 1, ...at }]
    }),
  )
}

export const verifiedLogs = (places: ReadonlyMap<number, LogPlace>): readonly VerifiedLog[] =>
  [...places.values()].map(({ logId, deviceCode, isOwn, seq, hash }) => ({
    logId,
    deviceCode,
    isOwn,
    seq,
    hash: seq > 0 ? hash : null,
  }))
