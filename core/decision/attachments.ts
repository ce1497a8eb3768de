import { z } from 'zod'
import { kindOfAttachment, kindsOfAttachment, mediaTypeOf } from './attachment-kind.ts'
import type { PlainBlob } from './decision.ts'
import { noteBlob } from './note.ts'

const attachmentBytesMax = 250_000
const attachmentsMax = 3

/** One scanned paper: PDF, JPEG or PNG of at most 250 kB. */
export const attachmentSchema = z
  .instanceof(Uint8Array)
  .refine(bytes => bytes.length <= attachmentBytesMax, { error: 'too-large' })
  .refine(bytes => kindOfAttachment(bytes) !== null, { error: 'not-a-document' })

/** Scanned papers, three at most. They are personal data and go beside the record, sealed. */
export const attachmentsSchema = z.array(attachmentSchema).max(attachmentsMax, { error: 'too-many' })

/** Which of the papers beside a record, counted from 0. */
export const attachmentPlaceSchema = z.int().min(0).max(9)

const blobName = 'attachment'

/** A person's note and papers as the decision's blobs, sealed under the subject they speak of; nothing when there are none. */
export function paperBlobs(
  {
    note,
    attachments = [],
  }: { readonly note?: string | undefined; readonly attachments?: readonly Uint8Array[] | undefined },
  subject: string,
): { readonly blobs?: readonly PlainBlob[] } {
  const papers = attachments.map(content => ({
    name: `${blobName}-${kindOfAttachment(content) ?? 'pdf'}`,
    subject,
    content,
  }))
  const blobs = [...(noteBlob(note, subject).blobs ?? []), ...papers]
  return blobs.length > 0 ? { blobs } : {}
}

export const isAttachment = ({ name }: { readonly name: string }): boolean => name.startsWith(`${blobName}-`)

/** The media type that the name of an attachment's blob states. */
export function attachmentMediaType({ name }: { readonly name: string }): string {
  const kind = kindsOfAttachment.find(one => name === `${blobName}-${one}`)
  return kind ? mediaTypeOf(kind) : 'application/octet-stream'
}
