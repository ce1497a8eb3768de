import type { Database } from 'better-sqlite3'
import type { BusinessDate } from '../calendar/business-date.ts'
import { base64url } from '../crypto/hash.ts'
import type { Context } from '../decision/context.ts'
import { clockDate } from '../decision/days-of-context.ts'
import type { Decision } from '../decision/decision.ts'
import { wireBody } from '../journal/body.ts'
import { chainHash, genesisHash, signHash } from '../journal/chain.ts'
import { encodeRecord } from '../journal/encode-record.ts'
import type { BlobRef, JournalRecord } from '../journal/record.ts'
import type { SignedRecord } from '../storage/append.ts'
import { newestTypeVersion } from '../storage/apply/upcast.ts'
import { sealBlob } from '../storage/blobs.ts'
import { nextReceipt } from '../storage/number-series.ts'
import { headOf } from '../storage/records.ts'
import type { Desk } from './desk.ts'
import { cosignMessage } from './request-hash.ts'

/** How a request is known again: its key, and the keyed hash of all it asks. */
export interface Identity {
  readonly key: string
  readonly requestHash: string
}

/** Where and when a record is made: all that sealing needs of the context, so that a log can begin before there is an institution. */
export interface Place {
  readonly branch: Pick<Context['branch'], 'branchId'>
  readonly device: Pick<Context['device'], 'logId' | 'logNo'>
  readonly businessDate: BusinessDate | null
  readonly now: string
}

/** Makes the decision into the next record of the own log: seals its personal data, writes the bytes, chains and signs them. */
export function sealRecord(
  db: Database,
  desk: Desk,
  place: Place,
  decision: Decision,
  identity: Identity,
): SignedRecord {
  const head = headOf(db, place.device.logNo)
  const record = makeRecord(db, desk, place, decision, identity, (head?.seq ?? 0) + 1)
  const bytes = encodeRecord(record)
  const hash = chainHash(head?.hash ?? genesisHash, bytes)
  return { record, bytes, hash, signature: signHash(desk.log.signer, hash) }
}

function makeRecord(
  db: Database,
  desk: Desk,
  place: Place,
  decision: Decision,
  { key, requestHash }: Identity,
  seq: number,
): JournalRecord {
  const { logId } = place.device
  const bookingDate = decision.bookingDate ?? place.businessDate ?? decision.valueDate ?? clockDate(place)
  const { cosigner } = desk
  const branch = decision.branch ?? place.branch.branchId
  const cosigners = cosigner && [
    {
      staff: cosigner.staffId,
      signature: base64url(cosigner.sign(cosignMessage(logId, key, requestHash))),
    },
  ]
  return {
    v: 1,
    log: logId,
    seq,
    key,
    requestHash,
    type: decision.type,
    typeVersion: newestTypeVersion(decision.type),
    class: decision.class,
    actor: desk.staffId,
    cosigners,
    branch,
    businessDate: bookingDate,
    valueDate: decision.valueDate ?? bookingDate,
    recordedAt: place.now,
    streams: decision.isReference ? ['reference'] : [`branch/${branch}`],
    custody: decision.custody && [...decision.custody],
    cause: decision.cause && [...decision.cause],
    pins: decision.pins,
    blobs: sealedBlobs(db, desk, decision),
    receipt: decision.printsReceipt ? nextReceipt(db, place.device.logNo) : undefined,
    entries: [...decision.entries],
    body: wireBody(decision.body),
  }
}

const sealedBlobs = (db: Database, desk: Desk, { blobs }: Decision): BlobRef[] | undefined =>
  blobs?.map(blob => sealBlob(db, blob, desk.environment.randomBytes))
