/** What a scanned paper may be: the bytes that such a file begins with, and what it is called elsewhere. */
const kinds = {
  pdf: { begins: [0x25, 0x50, 0x44, 0x46, 0x2d], mediaType: 'application/pdf' },
  jpeg: { begins: [0xff, 0xd8, 0xff], mediaType: 'image/jpeg' },
  png: { begins: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], mediaType: 'image/png' },
} as const
export type AttachmentKind = keyof typeof kinds
export const kindsOfAttachment: readonly AttachmentKind[] = ['pdf', 'jpeg', 'png']

/** The kind as the bytes themselves say, whatever a name claimed; null for anything else. */
export const kindOfAttachment = (bytes: Uint8Array): AttachmentKind | null =>
  kindsOfAttachment.find(kind => kinds[kind].begins.every((byte, place) => bytes[place] === byte)) ?? null

export const mediaTypeOf = (kind: AttachmentKind): string => kinds[kind].mediaType
