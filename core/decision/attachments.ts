import { z } from 'zod'
import { sameBytes } from '../crypto/hash.ts'
import type { PlainBlob } from './decision.ts'
import { noteBlob } from './note.ts'

const attachmentBytesMax = 250_000
const attachmentsMax = 3

/** What a scanned paper may be, and the bytes that such a file begins with. */
const signatures = {
  pdf: [0x25, 0x50, 0x44, 0x46, 0x2d],
  jpeg: [0xff, 0xd8, 0xff],
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
} as const
type AttachmentKind = keyof typeof signatures
const kinds: readonly AttachmentKind[] = ['pdf', 'jpeg', 'png']

/** The kind as the bytes themselves say, whatever a name claimed. */
const kindOf = (bytes: Uint8Array): AttachmentKind | null =>
  kinds.find(kind => {
    const signature = Uint8Array.from(signatures[kind])
    return sameBytes(bytes.subarray(0, signature.length), signature)
  }) ?? null

/** Scanned papers: PDF, JPEG or PNG of at most 250 kB, three at most. They are personal data and go beside the record, sealed. */
export const attachmentsSchema = z
  .array(
    z
      .instanceof(Uint8Array)
      .refine(bytes => bytes.length <= attachmentBytesMax, { error: 'too-large' })
      .refine(bytes => kindOf(bytes) !== null, { error: 'not-a-document' }),
  )
  .max(attachmentsMax, { error: 'too-many' })

const blobName = 'attachment'

/** A person's note and papers as the decision's blobs, sealed under the subject they speak of; nothing when there are none. */
export function paperBlobs(
  {
    note,
    attachments = [],
  }: { readonly note?: string | undefined; readonly attachments?: readonly Uint8Array[] | undefined },
  subject: string,
): { readonly blobs?: readonly PlainBlob[] } {
  const papers = attachments.map(content => ({ name: `${blobName}-${kindOf(content) ?? 'pdf'}`, subject, content }))
  const blobs = [...(noteBlob(note, subject).blobs ?? []), ...papers]
  return blobs.length > 0 ? { blobs } : {}
}

export const isAttachment = ({ name }: { readonly name: string }): boolean => name.startsWith(`${blobName}-`)

const mediaTypes: Readonly<Record<AttachmentKind, string>> = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
}

/** The media type that the name of an attachment's blob states. */
export function attachmentMediaType({ name }: { readonly name: string }): string {
  const kind = kinds.find(one => name === `${blobName}-${one}`)
  return kind ? mediaTypes[kind] : 'application/octet-stream'
}
