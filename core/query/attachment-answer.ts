import type { Database } from 'better-sqlite3'
import { attachmentMediaType, isAttachment } from '../decision/attachments.ts'
import type { BlobRef, JournalRecord, RecordRef } from '../journal/record.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { readBlob } from '../storage/blobs.ts'
import { recordAt } from '../storage/records.ts'
import type { AttachmentAnswer, RecordAnswer } from './journal-answers.ts'

const attachmentsOf = ({ blobs = [] }: JournalRecord): readonly BlobRef[] => blobs.filter(isAttachment)

/** The papers that were sealed beside a record, in the order in which they were given. */
export const attachmentKinds = (record: JournalRecord): RecordAnswer['attachments'] =>
  attachmentsOf(record).map(blob => ({ mediaType: attachmentMediaType(blob) }))

/** One paper by its place; null when there is none, or when it has not arrived or cannot be opened here. */
export function attachmentAnswer(
  db: Database,
  { record: ref, place }: { readonly record: RecordRef; readonly place: number },
): Result<AttachmentAnswer | null, Refusal> {
  const stored = recordAt(db, ref)
  if (!stored) return refuse({ type: 'record-unknown' })
  const blob = attachmentsOf(stored.record)[place]
  const bytes = blob && readBlob(db, blob)
  return ok(bytes ? { mediaType: attachmentMediaType(blob), bytes: new Uint8Array(bytes) } : null)
}
