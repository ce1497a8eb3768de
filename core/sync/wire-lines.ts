import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import { limits } from './limits.ts'

const newline = 0x0a

/** Lines of UTF-8, each ended by a newline. A record stands in its line byte for byte as it was signed. */
export const joinLines = (lines: readonly (Uint8Array | string)[]): Uint8Array =>
  Buffer.concat(lines.flatMap(line => [typeof line === 'string' ? Buffer.from(line) : line, Buffer.of(newline)]))

/** The lines of a body, or null when the last one is cut. */
export function splitLines(body: Uint8Array): readonly Uint8Array[] | null {
  const lines: Uint8Array[] = []
  let start = 0
  for (let end = body.indexOf(newline); end !== -1; end = body.indexOf(newline, start)) {
    lines.push(body.subarray(start, end))
    start = end + 1
  }
  return start === body.length ? lines : null
}

/** Brotli at quality 9: on a slow line the bytes cost more than the milliseconds. */
export const compress = (body: Uint8Array): Uint8Array =>
  brotliCompressSync(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT },
  })

/** The unfolded body, or null when it is not brotli or unfolds beyond the limit. */
export function unfold(body: Uint8Array): Uint8Array | null {
  try {
    return brotliDecompressSync(body, { maxOutputLength: limits.unfoldedBytes })
  } catch {
    return null
  }
}

export function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}
