import type { Database } from 'better-sqlite3'
import { fromBase64url, fromHex } from '../crypto/hash.ts'
import { prepared } from '../storage/run.ts'
import type { Receipt } from './protocol.ts'

const insert = prepared<
  { seq: number; hash: Uint8Array; cursor: number; serverTime: string; signature: Uint8Array },
  unknown
>((db, param) =>
  db
    .insertInto('server_receipt')
    .values({
      seq: param('seq'),
      hash: param('hash'),
      cursor: param('cursor'),
      server_time: param('serverTime'),
      signature: param('signature'),
    })
    .onConflict(conflict => conflict.doNothing()),
)

/**
 * Keeps a receipt that the pinned server signed for the own log, also one for records that are not here: it proves that there is
 * more, or something else, than this file holds. The caller has checked the signature. Rule: Y11.
 */
export const keepReceipt = (db: Database, receipt: Receipt): void => {
  insert.run(db, { ...receipt, hash: fromHex(receipt.hash), signature: fromBase64url(receipt.signature) })
}
