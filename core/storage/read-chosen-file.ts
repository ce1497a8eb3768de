import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { ok, type Result, refuse } from '../result.ts'

/**
 * The bytes of a file that somebody pointed at. Refuses what is no file, such as a device, or cannot be opened, and one that has more than
 * `bytesMax`. A pipe that nobody writes to is not waited for.
 */
export function readChosenFile(file: string, bytesMax: number): Result<Uint8Array, 'not-a-file' | 'too-large'> {
  const descriptor = opened(file)
  if (descriptor === null) return refuse('not-a-file')
  try {
    const found = fstatSync(descriptor)
    if (!found.isFile()) return refuse('not-a-file')
    if (found.size > bytesMax) return refuse('too-large')
    const bytes = new Uint8Array(found.size)
    let length = 0
    for (let read = -1; read !== 0 && length < bytes.length; length += read)
      read = readSync(descriptor, bytes, length, bytes.length - length, null)
    return ok(bytes.subarray(0, length))
  } finally {
    closeSync(descriptor)
  }
}

function opened(file: string): number | null {
  try {
    return openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  } catch {
    return null
  }
}
