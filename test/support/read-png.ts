import { inflateSync } from 'node:zlib'

export interface Pixels {
  readonly width: number
  readonly height: number
  /** Four bytes each: red, green, blue, and 255. */
  readonly bytes: Uint8ClampedArray
}

/** Reads what Chromium and Poppler write: eight bits a channel, three or four channels, not interlaced. */
export function readPng(file: Buffer): Pixels {
  const { header, data } = chunksOf(file)
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  const channels = header[9] === 6 ? 4 : 3
  if (header[8] !== 8 || (header[9] !== 2 && header[9] !== 6) || header[12] !== 0)
    throw new Error('another kind of PNG')
  const rows = unfiltered(inflateSync(data), width * channels, height, channels)
  const bytes = new Uint8ClampedArray(width * height * 4).fill(255)
  for (let at = 0; at < width * height; at++)
    for (let channel = 0; channel < 3; channel++) bytes[at * 4 + channel] = rows[at * channels + channel] ?? 0
  return { width, height, bytes }
}

/** How many different colours there are: of a blank picture, one. */
export function coloursOf({ bytes }: Pixels): number {
  const colours = new Set<number>()
  for (let at = 0; at < bytes.length; at += 4)
    colours.add(((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0))
  return colours.size
}

function chunksOf(file: Buffer): { readonly header: Buffer; readonly data: Buffer } {
  const chunks: { readonly type: string; readonly body: Buffer }[] = []
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at)
    chunks.push({ type: file.toString('latin1', at + 4, at + 8), body: file.subarray(at + 8, at + 8 + length) })
    at += length + 12
  }
  const bodies = (type: string) => Buffer.concat(chunks.filter(chunk => chunk.type === type).map(({ body }) => body))
  return { header: bodies('IHDR'), data: bodies('IDAT') }
}

/** Undoes the five filters of the format: each byte was written as a difference from its neighbours. */
function unfiltered(raw: Buffer, rowBytes: number, height: number, step: number): Uint8Array {
  const rows = new Uint8Array(rowBytes * height)
  for (let row = 0; row < height; row++) {
    const filter = raw[row * (rowBytes + 1)]
    for (let at = 0; at < rowBytes; at++) {
      const here = row * rowBytes + at
      const left = at < step ? 0 : (rows[here - step] ?? 0)
      const up = row === 0 ? 0 : (rows[here - rowBytes] ?? 0)
      const corner = at < step || row === 0 ? 0 : (rows[here - rowBytes - step] ?? 0)
      const expected = [0, left, up, (left + up) >> 1, nearest(left, up, corner)][filter ?? 0] ?? 0
      rows[here] = (raw[row * (rowBytes + 1) + 1 + at] ?? 0) + expected
    }
  }
  return rows
}

function nearest(left: number, up: number, corner: number): number {
  const [toLeft, toUp, toCorner] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)]
  if (toLeft <= toUp && toLeft <= toCorner) return left
  return toUp <= toCorner ? up : corner
}
