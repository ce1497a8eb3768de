import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import path from 'node:path'

/** The folder of one installation. Names are relative to it; what has returned is on the disk, not in a cache. */
export interface InstallationFolder {
  /** The absolute path of a file in the folder. */
  readonly pathOf: (name: string) => string
  readonly has: (name: string) => boolean
  /** Bytes; 0 when there is no such file. */
  readonly sizeOf: (name: string) => number
  /** The bytes, or null when there is no such file. */
  readonly read: (name: string) => Uint8Array | null
  /** Puts the file there whole or not at all: written aside, flushed, renamed over the old one. */
  readonly write: (name: string, bytes: Uint8Array) => void
  readonly makeFolder: (name: string) => void
  readonly list: (name: string) => readonly string[]
  /** Flushes a file that something else has written, such as SQLite. */
  readonly flush: (name: string) => void
  readonly rename: (from: string, to: string) => void
  readonly remove: (name: string) => void
}

export function openInstallationFolder(folder: string): InstallationFolder {
  const pathOf = (name: string): string => path.join(folder, name)
  const flushParent = (name: string): void => flushFolder(path.dirname(pathOf(name)))
  return {
    pathOf,
    has: name => existsSync(pathOf(name)),
    sizeOf: name => statSync(pathOf(name), { throwIfNoEntry: false })?.size ?? 0,
    read: name => (existsSync(pathOf(name)) ? readFileSync(pathOf(name)) : null),
    write: (name, bytes) => writeWhole(pathOf(name), bytes),
    makeFolder: name => {
      mkdirSync(pathOf(name), { recursive: true, mode: 0o700 })
      flushParent(name)
    },
    list: name => (existsSync(pathOf(name)) ? readdirSync(pathOf(name)) : []),
    flush: name => flushFile(pathOf(name)),
    rename: (from, to) => {
      renameSync(pathOf(from), pathOf(to))
      flushParent(from)
      flushParent(to)
    },
    remove: name => {
      rmSync(pathOf(name), { recursive: true, force: true })
      flushParent(name)
    },
  }
}

/** Written aside first: a power cut leaves the old file or the new one, never half of one. */
function writeWhole(file: string, bytes: Uint8Array): void {
  const aside = `${file}.new`
  const descriptor = openSync(aside, 'w', 0o600)
  try {
    for (let written = 0; written < bytes.byteLength; ) written += writeSync(descriptor, bytes, written)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
  renameSync(aside, file)
  flushFolder(path.dirname(file))
}

export function flushFile(file: string): void {
  const descriptor = openSync(file, 'r+')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** A rename is durable once its folder is. Windows flushes folders by itself and does not open them. */
export function flushFolder(folder: string): void {
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
