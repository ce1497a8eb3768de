import { utf8 } from '../crypto/hash.ts'
import type { PlainBlob } from './decision.ts'

/** A person's free note as the decision's only blob, sealed under the subject it speaks of; nothing when there is no note. */
export const noteBlob = (note: string | undefined, subject: string): { readonly blobs?: readonly PlainBlob[] } =>
  note === undefined ? {} : { blobs: [{ name: 'note', subject, content: utf8(note) }] }
