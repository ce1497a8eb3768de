import { z } from 'zod'
import { base64url, fromBase64url } from '../crypto/hash.ts'
import { signatureTextSchema } from '../enrolment/key-text.ts'
import { logIdSchema } from '../journal/record.ts'
import { ok, type Result, refuse } from '../result.ts'
import { type StreamHead, streamHeadSchema } from './protocol.ts'
import { joinLines, readJson, splitLines } from './wire-lines.ts'

/** A record of a stream. `position` orders the records of all streams as the server took them in: cause before effect. */
export type PageItem =
  /** The device's own record, which it has: its place is enough. */
  | { readonly position: number; readonly ownSeq: number }
  | {
      readonly position: number
      readonly log: string
      /** The hash of the record before it in its log; absent when that record is the log's last one earlier in this page. */
      readonly previous?: Uint8Array
      readonly signature: Uint8Array
      readonly bytes: Uint8Array
    }

/** Consecutive records of one stream; `head` is the stream's signed state right after the last of them. */
export interface PullPage {
  readonly head: StreamHead
  readonly items: readonly PageItem[]
}

const pageHeadSchema = z.object({ v: z.literal(1), head: streamHeadSchema })
const base64Hash = z.string().regex(/^[\w-]{43}$/)
const itemSchema = z.union([
  z.object({ position: z.int().positive(), ownSeq: z.int().positive() }),
  z.object({
    position: z.int().positive(),
    log: logIdSchema,
    previous: base64Hash.optional(),
    signature: signatureTextSchema,
  }),
])

function itemLines(item: PageItem): readonly (Uint8Array | string)[] {
  const { position } = item
  if ('ownSeq' in item) return [JSON.stringify({ position, ownSeq: item.ownSeq })]
  const { log, previous, signature, bytes } = item
  const head = {
    position,
    log,
    ...(previous ? { previous: base64url(previous) } : {}),
    signature: base64url(signature),
  }
  return [JSON.stringify(head), bytes]
}

export const encodePullPage = ({ head, items }: PullPage): Uint8Array =>
  joinLines([JSON.stringify({ v: 1, head }), ...items.flatMap(itemLines)])

export function decodePullPage(body: Uint8Array): Result<PullPage, string> {
  const lines = splitLines(body)
  const first = pageHeadSchema.safeParse(lines?.[0] && readJson(lines[0]))
  if (!lines || !first.success) return refuse('head')
  const items: PageItem[] = []
  for (let line = 1; line < lines.length; ) {
    const item = itemSchema.safeParse(readJson(lines[line++] ?? new Uint8Array()))
    if (!item.success) return refuse(`item ${items.length + 1}`)
    const { position } = item.data
    if ('ownSeq' in item.data) {
      items.push({ position, ownSeq: item.data.ownSeq })
      continue
    }
    const bytes = lines[line++]
    if (!bytes) return refuse(`item ${items.length + 1}`)
    const { log, previous, signature } = item.data
    const chained = previous ? { previous: fromBase64url(previous) } : {}
    items.push({ position, log, ...chained, signature: fromBase64url(signature), bytes })
  }
  return ok({ head: first.data.head, items })
}
