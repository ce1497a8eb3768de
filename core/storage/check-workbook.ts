import yauzl from 'yauzl'
import type { FileFault } from '../refusals/import-refusal.ts'

/** Unpacked, all parts together: a sheet of 100,000 rows has less. */
const unpackedBytesMax = 64_000_000
const partsMax = 200

const isSheet = (name: string): boolean => /^xl\/worksheets\/[^/]+\.xml$/.test(name)

/**
 * Whether a workbook may be read at all; null when it may. Every part is unpacked once without being kept, and given up at the first byte
 * beyond what it says it has, or all of them may have: what the reader unpacks after this is bounded. Programs in it, text that
 * defines entities, and merged cells, of which nobody can say what row they are, are named. Rule: N8.
 */
export async function workbookFault(bytes: Uint8Array): Promise<FileFault | null> {
  try {
    const zip = await yauzl.fromBufferPromise(Buffer.from(bytes), { validateEntrySizes: true, strictFileNames: true })
    if (zip.entryCount > partsMax) return 'workbook-unsafe'
    let left = unpackedBytesMax
    for await (const entry of zip.eachEntry()) {
      left -= entry.uncompressedSize
      if (left < 0 || /vbaProject|macrosheets|activeX/i.test(entry.fileName)) return 'workbook-unsafe'
      const fault = await partFault(entry.fileName, await zip.openReadStreamPromise(entry))
      if (fault) return fault
    }
    return null
  } catch {
    return 'workbook-unreadable'
  }
}

/** The marks stand in the bytes as they are, whatever is around them; the end of a piece is looked at with the next one. */
async function partFault(name: string, part: AsyncIterable<Buffer>): Promise<FileFault | null> {
  let tail = ''
  for await (const piece of part) {
    const text = tail + piece.toString('latin1')
    if (text.includes('<!DOCTYPE') || text.includes('<!ENTITY')) return 'workbook-unsafe'
    if (isSheet(name) && /<(?:\w+:)?mergeCell\s/.test(text)) return 'merged-cells'
    tail = text.slice(-40)
  }
  return null
}
