import type { Database } from 'better-sqlite3'
import { present } from '../assert.ts'
import { takenByOrder } from '../close-of-business/close-records.ts'
import { cosignMessage } from '../command/request-hash.ts'
import { reversibleTypes } from '../corrections/reversible.ts'
import { fromBase64url, hex } from '../crypto/hash.ts'
import { isSignedBy } from '../crypto/signing.ts'
import type { Grant } from '../decision/context.ts'
import { chainHash, genesisHash, isHashSigned } from '../journal/chain.ts'
import type { JournalRecord, RecordRef } from '../journal/record.ts'
import { recordNumber } from '../journal/record-number.ts'
import { mayUndo } from '../loans/reverse-loan.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { chartOf } from '../storage/chart.ts'
import { reversalOf, reversedOf } from '../storage/corrections.ts'
import { noteOf } from '../storage/note-of.ts'
import { logById, recordAt, type StoredRecord } from '../storage/records.ts'
import { grantById } from '../storage/reference.ts'
import { staffKeyAt } from '../storage/staff-keys.ts'
import { attachmentKinds } from './attachment-answer.ts'
import { journalRowAt } from './journal-answer.ts'
import type { RecordAnswer } from './journal-answers.ts'

/** The same to a person: what they may not undo of a loan is not offered to them. Rule: L38. */
export function recordAnswerTo(db: Database, ref: RecordRef, { role }: Grant): Result<RecordAnswer, Refusal> {
  const answer = recordAnswer(db, ref)
  if (!answer.ok || !answer.value.type.startsWith('loan.')) return answer
  return ok({ ...answer.value, reversible: answer.value.reversible && mayUndo(answer.value.type, role) })
}

const isReversible = (record: JournalRecord): boolean =>
  reversibleTypes.has(record.type) || takenByOrder(record) !== null

/** A record with everything that proves it: its exact bytes, its place in the chain, and who signed. */
export function recordAnswer(db: Database, ref: RecordRef): Result<RecordAnswer, Refusal> {
  const stored = recordAt(db, ref)
  const row = stored && journalRowAt(db, stored.position)
  if (!stored || !row) return refuse({ type: 'record-unknown' })
  const { record, bytes, hash, signature } = stored
  const previousHash = ref.seq === 1 ? genesisHash : (recordAt(db, { ...ref, seq: ref.seq - 1 })?.hash ?? genesisHash)
  const log = present(logById(db, ref.log), 'a stored record belongs to a known log')
  const isChained = hex(chainHash(previousHash, bytes)) === hex(hash)
  const note = noteOf(db, record)
  const reversedBy = reversalOf(db, stored.position)
  const reverses = reversedOf(db, stored.position)
  return ok({
    ...row,
    hash: hex(hash),
    previousHash: hex(previousHash),
    signatureValid: isChained && isHashSigned(log.publicKey, hash, signature),
    number: recordNumber({ deviceCode: log.deviceCode, seq: ref.seq }),
    bytes: new TextDecoder().decode(bytes),
    entries: namedEntries(db, record),
    cosigners: cosignersOf(db, stored),
    attachments: attachmentKinds(record),
    reversible: isReversible(record) && !reversedBy,
    ...(note ? { note } : {}),
    ...(reverses ? { reverses } : {}),
    ...(reversedBy ? { reversedBy } : {}),
  })
}

function namedEntries(db: Database, { entries }: JournalRecord): RecordAnswer['entries'] {
  const accounts = chartOf(db)
  return entries.map(entry => ({
    ...entry,
    accountNames: entry.lines.map(({ account }) => accounts.get(account)?.name ?? account),
  }))
}

function cosignersOf(db: Database, { record, position }: StoredRecord): RecordAnswer['cosigners'] {
  const { cosigners = [], log, key, requestHash } = record
  const message = cosignMessage(log, key, requestHash)
  return cosigners.map(({ staff, signature }) => {
    const publicKey = staffKeyAt(db, { staffId: staff, logId: log }, position)
    return {
      name: grantById(db, staff)?.name ?? staff,
      valid: publicKey !== null && isSignedBy(publicKey, message, fromBase64url(signature)),
    }
  })
}
