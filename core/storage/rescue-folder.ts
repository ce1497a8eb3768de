import { closeSync, copyFileSync, existsSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs'
import path from 'node:path'
import { ok, type Result } from '../result.ts'
import type { Books } from './books.ts'
import { flushFile, flushFolder } from './installation-folder.ts'
import { makeNewFolder, type NoFolder } from './new-folder.ts'

/** A new folder that a rescue fills. Nothing that is there already is ever overwritten. */
export interface RescueFolder {
  readonly path: string
  /** Copies a file as it is; false when there is none. */
  readonly copy: (from: string, name: string) => boolean
  /** A consistent copy of open books under the same key; false when the file is too damaged for one. */
  readonly copyBooks: (books: Books, name: string) => boolean
  /** Writes a text line by line, so that it may be longer than memory. */
  readonly writeLines: (name: string, lines: Iterable<string>) => void
}

/** Makes `nexum-rescue-...` in a folder that exists, such as a memory stick's. Refuses anything but an absolute path to a folder. */
export function makeRescueFolder(parent: string, now: string): Result<RescueFolder, NoFolder> {
  const made = makeNewFolder(parent, 'nexum-rescue', now)
  return made.ok ? ok(rescueFolder(made.value)) : made
}

const rescueFolder = (folder: string): RescueFolder => ({
  path: folder,
  copy: (from, name) => {
    if (!existsSync(from)) return false
    const to = path.join(folder, name)
    copyFileSync(from, to)
    flushFile(to)
    flushFolder(folder)
    return true
  },
  copyBooks: ({ db }, name) => {
    const to = path.join(folder, name)
    try {
      db.prepare('VACUUM INTO ?').run(to)
      flushFile(to)
      flushFolder(folder)
      return true
    } catch {
      rmSync(to, { force: true })
      return false
    }
  },
  writeLines: (name, lines) => {
    const descriptor = openSync(path.join(folder, name), 'wx', 0o600)
    try {
      for (const line of lines) writeSync(descriptor, `${line}\n`)
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
    flushFolder(folder)
  },
})
